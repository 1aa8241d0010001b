import { expect, it } from 'vitest';
import { createClock } from '#audio/clock.ts';
import { createPerformance, loopsFrom } from '#audio/performance.ts';
import { createRandom } from '#audio/sounds/random.ts';
import { levelAt } from '#session/automation.ts';
import { layerLevel } from '#session/layers.ts';
import type { EventBody } from '#session/log.ts';
import { busLevel, type Timeline } from '#session/timeline.ts';
import { later, sessionTimeOf } from '#session/units.ts';
import { evenGuide } from '../../helpers/guide.ts';
import { happened, timelineAfter } from '../../helpers/audio/changes.ts';
import { RATE } from '../../helpers/audio/markers.ts';
import { createRecorder, openTapped, until } from '../../helpers/audio/recorder.ts';
import { livedLog, livedTimeline, planOfRoute } from '../../helpers/audio/sessions.ts';
import { HEIGHT, smoothBank, smoothClips } from '../../helpers/audio/smooth.ts';
import { stepsOf } from '../../helpers/audio/steps.ts';

const ACT_LEAD = 0.11;
const ACTS: readonly EventBody[] = [
  { type: 'bus-level-changed', bus: 'bed', level: -12 },
  { type: 'line-played', line: 'anchor.here' },
  { type: 'bus-level-changed', bus: 'bed', level: 3 },
  { type: 'held' },
  { type: 'grounding-stepped', rung: 1 },
  { type: 'silenced', fade: 3 },
  { type: 'unsilenced' },
  { type: 'bus-level-changed', bus: 'bed', level: -3 },
  { type: 'grounding-stepped', rung: 0 },
  { type: 'released' },
  { type: 'line-played', line: 'anchor.here' },
  { type: 'phase-advanced', to: 'next', observed: false },
];

function said(timeline: Timeline, at: number): number {
  const place = sessionTimeOf(at);
  const layers = timeline.layers.filter(({ bus }) => bus === 'bed');
  return [busLevel(timeline, 'bed'), timeline.master, ...layers.map(layerLevel)].reduce(
    (sum, one) => sum + Math.max(-80, levelAt(one, place)),
    0,
  );
}

/** 120 dB a second at +3 dB: steeper than any of these acts is allowed to be. */
const STEEPEST = (120 * Math.LN10 * 1.42 * HEIGHT) / 20 / RATE;

// Mutant: a change that is written at `currentTime` and not ahead of it (CHANGE_LEAD = 0), set and not ramped -> fails.
// Mutant: cancelScheduledValues without a hold -> fails: the gain falls back to where its ramp began.
it('[E3] in real time: twelve acts in ten seconds, and what reaches the destination is the timeline to its last sample', async () => {
  const plan = planOfRoute('practice-run', { beds: [{ sound: 'pink' }] });
  let timeline = livedTimeline(plan);
  let log = livedLog(plan);
  const bank = smoothBank();
  await bank.load(loopsFrom(timeline, sessionTimeOf(0)));
  const context = await openTapped();
  const recorder = await createRecorder(context, 20);
  const clock = createClock(context);
  const performance = createPerformance({
    context,
    clock,
    destination: recorder.node,
    bank,
    clips: smoothClips((line) => evenGuide.line(line)?.duration),
    enters: () => false,
    onFault: () => undefined,
    only: ['bed'],
  });
  const from = sessionTimeOf(400);
  clock.set(from, clock.soon(0.2));
  performance.begin(timeline, from);
  const random = createRandom(11);
  let next = context.currentTime + 2;
  for (const body of ACTS) {
    await until(context, next);
    log = happened(log, body, later(clock.position(), ACT_LEAD));
    timeline = timelineAfter(timeline, plan, log);
    performance.load(timeline);
    next = context.currentTime + 0.2 + 1.2 * random();
  }
  await until(context, next + 1);
  const end = clock.position();
  const { first, channels } = await recorder.read();
  await context.close();
  const sampleAt = (at: number) =>
    channels[0]?.[Math.round(clock.when(sessionTimeOf(at)) * RATE) - first] ?? 0;
  const places = Array.from(
    { length: Math.floor((end - from - 1.8) * 1000) },
    (_, nth) => from + 1.6 + nth / 1000,
  );
  const differences = places
    .filter((at) => said(timeline, at) > -70)
    .map((at) => Math.abs(20 * Math.log10(sampleAt(at) / HEIGHT) - said(timeline, at)));
  expect(differences.length).toBeGreaterThan(5000);
  expect(Math.max(...differences)).toBeLessThan(0.05);
  const { step, turn } = stepsOf(channels);
  expect(step).toBeLessThan(STEEPEST);
  expect(turn).toBeLessThan(STEEPEST);
}, 60_000);
