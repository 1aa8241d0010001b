import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEngine, type Engine } from '#audio/engine.ts';
import { startTicker } from '#audio/ticker.ts';
import { sessionTimeOf, START } from '#session/units.ts';
import { openTapped } from '../../helpers/audio/recorder.ts';
import { livedTimeline, planOfRoute } from '../../helpers/audio/sessions.ts';

const timeline = livedTimeline(planOfRoute('practice-run', { beds: [] }));
const mute = { clip: () => undefined };
const NativeContext = AudioContext;
let made: AudioContext[] = [];
let ticks = 0;
let engine: Engine;

/** Writes down every context that is made; `resumes` false is a device that does not let sound begin. */
function countContexts(resumes = true): void {
  globalThis.AudioContext = class extends NativeContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      made.push(this);
    }
    override get state(): AudioContextState {
      return resumes ? super.state : 'suspended';
    }
    override resume(): Promise<void> {
      return resumes ? super.resume() : new Promise(() => undefined);
    }
  };
}

beforeEach(async () => {
  await (await openTapped()).close();
  [made, ticks] = [[], 0];
  countContexts();
  engine = createEngine({ onFault: () => undefined, onOnset: () => undefined, onTick: () => void ticks++ });
});
afterEach(async () => {
  await engine.close();
  globalThis.AudioContext = NativeContext;
});

const reaches = (place: number) =>
  expect.poll(() => engine.position(), { timeout: 10_000, interval: 20 }).toBeGreaterThan(place);

describe('the engine', () => {
  // Mutant: no `turn` -> fails: two performances, two tickers.
  it('[E13] begun twice at once, it plays one session', async () => {
    const begun = await Promise.all([
      engine.begin(timeline, mute, () => START),
      engine.begin(timeline, mute, () => sessionTimeOf(60)),
    ]);
    expect(begun.map(({ ok }) => ok)).toEqual([false, true]);
    await reaches(63.5);
    expect(ticks).toBeGreaterThanOrEqual(2);
    expect(ticks).toBeLessThanOrEqual(5);
    expect(made.filter(({ state }) => state === 'running').length).toBe(1);
  });

  // Mutant: close that looks only at what plays -> fails: it plays on after it was closed.
  it('[E13] closed while it begins, it does not sound and gives the device back', async () => {
    const beginning = engine.begin(timeline, mute, () => START);
    await engine.close();
    expect((await beginning).ok).toBe(false);
    expect(made.map(({ state }) => state)).toEqual(['closed']);
    expect(ticks).toBe(0);
  });

  it('[E13] closed and begun again it plays from where it is asked to, on a new context', async () => {
    await engine.begin(timeline, mute, () => START);
    await engine.close();
    expect((await engine.begin(timeline, mute, () => sessionTimeOf(100))).ok).toBe(true);
    await reaches(100.2);
    expect(made.map(({ state }) => state)).toEqual(['closed', 'running']);
  });

  // Mutant: `rest` that does not ask whether it is still due -> fails: what was begun again stands still.
  it('[E16] paused it stands still and lets the device rest; begun again it goes on, on the same context', async () => {
    await engine.begin(timeline, mute, () => START);
    await reaches(0.2);
    await engine.pause();
    expect(made.map(({ state }) => state)).toEqual(['suspended']);
    await engine.begin(timeline, mute, () => sessionTimeOf(40));
    const pausing = engine.pause();
    await engine.begin(timeline, mute, () => sessionTimeOf(40));
    await pausing;
    await reaches(42);
    expect(made.map(({ state }) => state)).toEqual(['running']);
  });

  // Mutant: `begin` that says it sounds though it was paused meanwhile -> fails: who waits for it would pause a session.
  it('[E16] paused while it begins, it does not sound and says so', async () => {
    await engine.wake();
    const resume = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 300)));
    Object.assign(made[0] ?? {}, { resume });
    const beginning = engine.begin(timeline, mute, () => START);
    await expect.poll(() => resume.mock.calls.length).toBe(1);
    await Promise.all([engine.pause(), expect(beginning).resolves.toMatchObject({ ok: false })]);
    expect(made.map(({ state }) => state)).toEqual(['suspended']);
  });

  // Mutant: close that looks only at what plays -> fails: a woken context stays open and drains the battery.
  it('[E13] woken and never begun, it closes its context all the same', async () => {
    await engine.wake();
    await engine.close();
    expect(made.map(({ state }) => state)).toEqual(['closed']);
  });

  // Mutant: waiting for `resume` without a limit -> fails: it waits for ever.
  it('[E14] a device that does not let sound begin is told within five seconds', async () => {
    countContexts(false);
    expect(await engine.begin(timeline, mute, () => START)).toEqual({
      ok: false,
      problem: { kind: 'no-audio' },
    });
  }, 8_000);
});

// Mutants: a worker that ticks every second whatever it is asked -> red; `stop` that does not end it -> red.
it('[E14] the ticker ticks as often as it is asked to until it is stopped', async () => {
  const counts = { often: 0, seldom: 0, after: 0 };
  const often = startTicker(100, () => void counts.often++);
  const seldom = startTicker(1000, () => void counts.seldom++);
  await expect.poll(() => counts.seldom, { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
  expect(counts.often).toBeGreaterThan(2 * counts.seldom);
  often.stop();
  seldom.stop();
  const stopped = { ...counts };
  const other = startTicker(1000, () => void counts.after++);
  await expect.poll(() => counts.after, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
  other.stop();
  expect({ ...counts, after: 0 }).toEqual(stopped);
});
