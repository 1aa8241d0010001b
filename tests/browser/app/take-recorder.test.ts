import { describe, expect, it } from 'vitest';
import { TakeRecorder, type RecorderParts } from '#app/voices/take-recorder.svelte.ts';
import { takingIn } from '#app/voices/taking-in.ts';
import type { LineWorker } from '#audio/recording/line-worker.ts';
import type { Microphone } from '#audio/recording/microphone.ts';
import type { Take } from '#audio/recording/take.ts';

// Beside a test: changes of the code that were seen to break it.

const fails = () => Promise.reject(new Error('no network'));
const raw = { samples: new Float32Array(8), rate: 48_000 };
const take = { seconds: 1 } as Take;

/** A recorder whose device writes down what becomes of it. */
function stage(instead: Partial<RecorderParts> = {}) {
  const done: string[] = [];
  const microphone: Microphone = {
    level: () => -20,
    record: () => void done.push('record'),
    finish: () => Promise.resolve(raw),
    close: () => void done.push('close'),
  };
  const worker: LineWorker = {
    take: () => Promise.resolve({ ok: true, value: take }),
    read: () => Promise.resolve({ ok: false, problem: 'not-wav' as never }),
    close: () => void done.push('end'),
  };
  const recorder = new TakeRecorder({
    openMicrophone: () => Promise.resolve({ ok: true, value: microphone }),
    openLineWorker: () => Promise.resolve(worker),
    openRecording: () => Promise.resolve({ ok: true, value: raw }),
    announceRecording: () => () => void done.push('let go'),
    ...instead,
  });
  return { recorder, done, worker };
}

describe('the recorder', () => {
  it('gives the take at the second press', async () => {
    const { recorder } = stage();
    expect([await recorder.press(), recorder.state]).toEqual([undefined, 'recording']);
    expect([await recorder.press(), recorder.state]).toEqual([take, 'ready']);
  });

  // Mutant: a microphone that rejects is not caught -> fails: the button is dead, an iPhone stays in a call.
  it('[E26] whose microphone fails lets the device go, says so and can be pressed again', async () => {
    const { recorder, done } = stage({ openMicrophone: fails });
    await recorder.press();
    expect([recorder.state, recorder.problem, done]).toEqual(['ready', 'not-worked-on', ['let go']]);
  });

  // Mutant: what fails while it is worked on is not caught -> fails, both.
  it.each([{ openLineWorker: fails }, { openRecording: fails }])(
    '[E26] can be pressed again after %o',
    async (parts) => {
      const { recorder } = stage(parts);
      expect(await recorder.open(new Blob())).toBeUndefined();
      expect([recorder.state, recorder.problem]).toEqual(['ready', 'not-worked-on']);
    },
  );

  // Mutant: what was on its way still counts -> fails: the new recording ends by itself.
  it('[E26] closed while a line is worked on, it is not disturbed by it afterwards', async () => {
    let work: (taken: { ok: true; value: Take }) => void = () => undefined;
    const { recorder, worker } = stage();
    Object.assign(worker, { take: () => new Promise((resolve) => (work = resolve)) });
    await recorder.press();
    const kept = recorder.press();
    await new Promise((resolve) => setTimeout(resolve));
    recorder.close();
    await recorder.press();
    work({ ok: true, value: take });
    expect([await kept, recorder.state, recorder.problem]).toEqual([undefined, 'recording', undefined]);
  });

  it('[E26] closed while the microphone opens, it lets it go', async () => {
    const { recorder, done } = stage();
    const pressed = recorder.press();
    recorder.close();
    await pressed;
    expect([recorder.state, done]).toEqual(['ready', ['let go', 'close']]);
  });
});

// Mutants, each red: a failure that is not caught; a worker that is not ended.
it('a file that cannot be worked on is refused, and its worker is ended', async () => {
  const { worker, done } = stage();
  const read = await takingIn(new Blob(), () => Promise.resolve(worker), fails);
  expect([read, done]).toEqual([{ ok: false, problem: { kind: 'not-worked-on' } }, ['end']]);
});
