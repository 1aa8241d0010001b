import { expect, it } from 'vitest';
import { LiveSession } from '#app/live-session.svelte.ts';
import { sounded } from '#app/onsets.ts';
import type { Outside } from '#app/ports.ts';
import { createClock } from '#audio/clock.ts';
import type { Engine } from '#audio/engine.ts';
import { createPerformance } from '#audio/performance.ts';
import { planOf } from '#session/plan-reading.ts';
import { buildRecord } from '#session/record.ts';
import type { Timeline } from '#session/timeline.ts';
import { sessionTimeOf, type SessionTime } from '#session/units.ts';
import { bufferOf, markerBank, markerClips, RATE, samples } from '../../helpers/audio/markers.ts';
import { createRecorder, openTapped, until } from '../../helpers/audio/recorder.ts';
import { planOfRoute } from '../../helpers/audio/sessions.ts';

/** Every line is a click and then a second of nothing. */
const click = bufferOf(samples(1, (i) => (i === 0 ? 0.5 : 0)));
const guide = { id: 'clicks', line: (text: string) => ({ text, duration: 1 }), clip: () => undefined };
/** A click through a bus that is as good as silent lies far below this; one that is heard, far above. */
const HEARD = 0.002;

function planWithLinesAt(...places: readonly number[]) {
  const base = planOfRoute('practice-run');
  const lines = places.map((at, nth) => ({ line: `line.${nth}`, at }));
  const read = planOf({
    ...base,
    clock: 'medicine',
    talk: 'full',
    phases: [{ phase: 'arriving', minutes: 20, bed: { start: 0, end: 0 }, lines }],
  });
  if (!read.ok) throw new Error(`${read.problem.place}: ${read.problem.expected}`);
  return read.value;
}

/** A live session on a real context: what reaches the destination is recorded sample by sample. */
async function stage(from: SessionTime) {
  const context = await openTapped();
  const recorder = await createRecorder(context, 24);
  const clock = createClock(context);
  const told: { to: LiveSession | undefined } = { to: undefined };
  const performance = createPerformance({
    context,
    clock,
    destination: recorder.node,
    bank: markerBank(() => [new Float32Array(RATE)]),
    clips: markerClips(() => click),
    enters: () => false,
    onFault: () => undefined,
    onOnset: (onset) => told.to && sounded(told.to, onset),
    only: ['voice'],
  });
  const engine = {
    begin(timeline: Timeline) {
      clock.set(from, clock.soon(0.3));
      performance.begin(timeline, from);
      return Promise.resolve({ ok: true, value: undefined } as const);
    },
    load: (timeline: Timeline) => performance.load(timeline),
    position: () => clock.position(),
    latency: () => 0,
    close: () => Promise.resolve(),
  } as unknown as Engine;
  const done = () => Promise.resolve({ ok: true, value: undefined } as const);
  const outside = {
    journal: { begin: done, append: done, alive: done, finish: done },
    nowMs: () => Date.now(),
    steadyMs: () => globalThis.performance.now(),
    settings: { load: () => Promise.resolve(undefined), keep: done },
    keepScreenOn: () => ({ release: () => undefined }),
    followOutput: () => () => undefined,
    openMedia: () => new Promise(() => undefined),
  } as unknown as Outside;
  return { context, recorder, clock, performance, engine, outside, told };
}

// Mutant: `onOnset` told when a cue is committed -> fails: what was taken back with the talk is in.
it('[E50] [RE1] what a record says sounded is what reached the destination: asked for, muted, taken back and all', async () => {
  const from = sessionTimeOf(400);
  const { context, recorder, clock, performance, engine, outside, told } = await stage(from);
  const plan = planWithLinesAt(401, 405, 409, 416, 430);
  const live = new LiveSession(outside, { engine, guide }, { id: 'one', plan, beganMs: Date.now() });
  told.to = live;
  await live.begin();
  const acts: [number, () => void][] = [
    [401.6, () => live.sayLine('asked.line')],
    [403.9, () => live.mixer.mute('voice', true)],
    [406.5, () => live.mixer.mute('voice', false)],
    [408, () => live.setTalk('bells')],
    [410, () => live.setTalk('full')],
    [417.5, () => live.end()],
  ];
  for (const [at, act] of acts) {
    await until(context, clock.when(sessionTimeOf(at)));
    act();
    performance.topUp();
  }
  await until(context, clock.when(sessionTimeOf(419)));
  performance.topUp();
  const { first, channels } = await recorder.read();
  await live.sound.close();
  await context.close();
  const heard = [...(channels[0] ?? [])].flatMap((sample, nth) =>
    Math.abs(sample) > HEARD ? [clock.at(((first + nth) / RATE) as never)] : [],
  );
  const record = buildRecord({ id: 'one', plan, beganMs: 0, log: live.log }, guide);
  expect(heard.length).toBeGreaterThanOrEqual(3);
  expect(record.cues.map(({ from: at }) => at.toFixed(3))).toEqual(heard.map((at) => at.toFixed(3)));
  expect(record.cues.some(({ clip, asked }) => asked && clip === 'asked.line')).toBe(true);
  expect(heard.some((at) => at > 404 && at < 406.5)).toBe(false);
}, 60_000);
