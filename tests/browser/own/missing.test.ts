import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEngine, type Engine } from '#audio/engine.ts';
import type { OwnRecording } from '#audio/own/own-bank.ts';
import type { CueFault } from '#audio/scheduler.ts';
import { START } from '#session/units.ts';
import { RATE } from '../../helpers/audio/markers.ts';
import { BROOK, brook, GONG, noise, planOfBrook, recording } from '../../helpers/audio/own.ts';
import { openTapped } from '../../helpers/audio/recorder.ts';
import { livedTimeline } from '../../helpers/audio/sessions.ts';
import { wavFile } from '../../helpers/audio/wav-file.ts';

const mute = { clip: () => undefined };
const LETTER = new Blob(['This is a letter, and no sound at all. '.repeat(50)]);
const NEVER = new Promise<OwnRecording>(() => undefined);

/** A brook under all of it and a gong for a bell, of which the test says what has become of them. */
const timeline = livedTimeline(
  planOfBrook(70, {
    beds: [{ sound: BROOK }, { sound: 'pink' }],
    bell: GONG,
    talk: 'full', // in a silent session no bell rings
    bells: { ring: 'every', minutes: 1, soft: false, start: true, end: true },
    own: [brook(70), { id: GONG, title: 'Gong', kind: 'music', seconds: 4 }],
  }),
);

let engine: Engine;
let faults: CueFault[] = [];

async function engineOf(find: (id: string) => Promise<OwnRecording | undefined>): Promise<void> {
  await (await openTapped()).close();
  faults = [];
  engine = createEngine({
    findOwn: find,
    onFault: (fault) => faults.push(fault),
    onOnset: () => undefined,
    onTick: () => undefined,
  });
}
afterEach(async () => {
  await engine.close();
  vi.restoreAllMocks();
});

const whole = recording(wavFile(RATE, noise(70, RATE)), 70);
const gone = () => Promise.resolve(undefined);
const own = (...ids: string[]) => ({ ok: false, problem: { kind: 'own-missing', own: ids } });

async function begins(): Promise<void> {
  expect(await engine.begin(timeline, mute, () => START)).toMatchObject({ ok: true });
  await expect.poll(() => engine.position(), { timeout: 10_000, interval: 20 }).toBeGreaterThan(1.2);
}

describe('before the session', () => {
  // Mutant: what is missing is not told by `prepare` -> fails.
  it('[OWN5] an own sound that is not there any more is told, a bell as well as a bed', async () => {
    await engineOf(gone);
    expect(await engine.prepare(timeline, mute, [])).toEqual(own(GONG, BROOK));
  });

  // Mutant: a file that no element opens is taken for one that will play -> fails.
  it('[OWN5] so is one that cannot be read any more, and storage that fails', async () => {
    await engineOf(() => Promise.resolve(recording(LETTER, 70)));
    expect(await engine.prepare(timeline, mute, [])).toEqual(own(GONG, BROOK));
    await engineOf(() => Promise.reject(new Error('the storage is gone')));
    expect(await engine.prepare(timeline, mute, [])).toEqual(own(GONG, BROOK));
  });

  it('[OWN5] nothing is told where all of them are there', async () => {
    await engineOf((id) =>
      Promise.resolve(id === BROOK ? whole : recording(wavFile(RATE, noise(4, RATE)), 4)),
    );
    expect(await engine.prepare(timeline, mute, [])).toMatchObject({ ok: true });
  });

  it('[OWN5] storage that does not answer is not waited for longer than five seconds, once', async () => {
    await engineOf(() => NEVER);
    expect(await engine.prepare(timeline, mute, [])).toEqual(own(GONG, BROOK));
    const again = performance.now();
    await engine.prepare(timeline, mute, []);
    expect(performance.now() - again).toBeLessThan(1000);
  }, 20_000);
});

describe('in the session', () => {
  // Mutant: `begin` waits for own sounds -> fails: 12 s until it begins.
  it('[OWN5] nobody waits for storage: all else begins', async () => {
    await engineOf(() => NEVER);
    const asked = performance.now();
    await begins();
    expect(performance.now() - asked).toBeLessThan(4500);
  }, 20_000);

  // Mutant: told at every turn -> fails.
  // Mutant: told after it was closed -> fails: the session before it tells what it misses five seconds later.
  it('[OWN5] a bed that is gone is told once, by its name, and the session goes on', async () => {
    await engineOf(gone);
    await begins();
    await expect.poll(() => engine.position(), { timeout: 10_000, interval: 50 }).toBeGreaterThan(4);
    expect(faults.filter(({ cue }) => cue === 'Brook')).toMatchObject([{ reason: 'missing' }]);
    expect(Math.min(...faults.map(({ at }) => at))).toBeGreaterThanOrEqual(0);
  }, 20_000);

  // Mutants, each red: the stream's patience at an hour; a deck that no longer plays is taken for one that does.
  it('[OWN5] one that stops in the middle is told, by its name, and the session goes on', async () => {
    const elements = new Set<HTMLMediaElement>();
    let refuses = false;
    const native = Reflect.get<typeof HTMLMediaElement.prototype, 'play'>(HTMLMediaElement.prototype, 'play');
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(function (this: HTMLMediaElement) {
      elements.add(this);
      return refuses ? Promise.reject(new Error('not now')) : native.call(this);
    });
    await engineOf(() => Promise.resolve(whole));
    await begins();
    const farthest = () =>
      Math.max(...[...elements].filter(({ paused }) => !paused).map((each) => each.currentTime));
    await expect.poll(farthest, { timeout: 10_000 }).toBeGreaterThan(2);
    expect(faults.filter(({ cue }) => cue === 'Brook')).toEqual([]);
    refuses = true;
    for (const each of elements) each.pause();
    const stopped = engine.position();
    await expect
      .poll(() => faults.filter(({ cue }) => cue === 'Brook'), { timeout: 15_000 })
      .toMatchObject([{ reason: 'stopped' }]);
    expect(engine.position()).toBeGreaterThan(stopped + 3);
  }, 30_000);
});
