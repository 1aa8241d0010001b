import { describe, expect, it } from 'vitest';
import { createClock } from '#audio/clock.ts';
import { createPerformance, ownBedsFrom } from '#audio/performance.ts';
import { levelAt } from '#session/automation.ts';
import { layerLevel } from '#session/layers.ts';
import type { EventBody } from '#session/log.ts';
import type { Plan } from '#session/plan.ts';
import { busLevel, type Timeline } from '#session/timeline.ts';
import { later, sessionTimeOf, type SessionTime } from '#session/units.ts';
import { evenGuide } from '../../helpers/guide.ts';
import { happened, timelineAfter } from '../../helpers/audio/changes.ts';
import { RATE, samples } from '../../helpers/audio/markers.ts';
import { bankOf, BROOK, planOfBrook, recording } from '../../helpers/audio/own.ts';
import { createRecorder, openTapped, until } from '../../helpers/audio/recorder.ts';
import { livedLog, livedTimeline } from '../../helpers/audio/sessions.ts';
import { HEIGHT, smoothBank, smoothClips } from '../../helpers/audio/smooth.ts';
import { stepsOf } from '../../helpers/audio/steps.ts';
import { wavFile } from '../../helpers/audio/wav-file.ts';

const ACT_LEAD = 0.11;
/** Everything that moves a bed: its bus, itself, a line it steps back for, silence. */
const ACTS: readonly EventBody[] = [
  { type: 'bus-level-changed', bus: 'bed', level: -12 },
  { type: 'layer-level-changed', layer: BROOK, level: -6 },
  { type: 'strip-muted', strip: BROOK, muted: true },
  { type: 'strip-muted', strip: BROOK, muted: false },
  { type: 'line-played', line: 'anchor.here' },
  { type: 'layer-level-changed', layer: BROOK, level: 2 },
  { type: 'silenced', fade: 2 },
  { type: 'unsilenced' },
];

function said(timeline: Timeline, at: number): number {
  const place = sessionTimeOf(at);
  const layers = timeline.layers.filter(({ bus }) => bus === 'bed');
  return [busLevel(timeline, 'bed'), timeline.master, ...layers.map(layerLevel)].reduce(
    (sum, one) => sum + Math.max(-80, levelAt(one, place)),
    0,
  );
}

/** A file that stands still at `HEIGHT`: what is heard of it is its gain alone. */
function still(seconds: number): Blob {
  return wavFile(
    RATE,
    samples(seconds, () => HEIGHT),
  );
}

interface Acted {
  readonly seconds: number;
  readonly plan: Plan;
  readonly from: SessionTime;
  /** Each so many seconds after the one before. */
  readonly acts: readonly EventBody[];
  readonly apart: number;
}

/** What reaches the destination while a session with an own sound is lived. */
async function live(context: AudioContext, { seconds, plan, from, acts, apart }: Acted) {
  let [timeline, log] = [livedTimeline(plan), livedLog(plan)];
  const own = bankOf({ [BROOK]: recording(still(seconds), seconds) });
  await own.load(ownBedsFrom(timeline, from), []);
  const recorder = await createRecorder(context, 40);
  const clock = createClock(context);
  const performance = createPerformance({
    context,
    clock,
    destination: recorder.node,
    bank: smoothBank(),
    clips: smoothClips((line) => evenGuide.line(line)?.duration),
    own,
    enters: () => false,
    onFault: ({ cue, reason }) => expect.fail(`${cue} is ${reason}`),
    only: ['bed'],
  });
  clock.set(from, clock.soon(0.2));
  performance.begin(timeline, from);
  for (const body of acts) {
    await until(context, context.currentTime + apart);
    log = happened(log, body, later(clock.position(), ACT_LEAD));
    timeline = timelineAfter(timeline, plan, log);
    performance.load(timeline);
  }
  await until(context, context.currentTime + apart + 1);
  const end = clock.position();
  const { first, channels } = await recorder.read();
  performance.close();
  await context.close();
  const sampleAt = (at: number) =>
    channels[0]?.[Math.round(clock.when(sessionTimeOf(at)) * RATE) - first] ?? 0;
  return { timeline, log, end, channels, sampleAt };
}

/** Not where a lap crosses into the next: what stands still is louder there than itself. */
const AMID = sessionTimeOf(12);
/** 120 dB a second at +3 dB: steeper than any of these acts is allowed to be. */
const STEEPEST = (120 * Math.LN10 * 1.42 * HEIGHT) / 20 / RATE;
/** One that is looped and one that is streamed, each in a session of its own, at the same time. */
const LENGTHS = [50, 70];

async function liveBoth(acted: (seconds: number) => Omit<Acted, 'seconds'>) {
  const contexts = [await openTapped(), await openTapped()];
  return Promise.all(
    LENGTHS.map((seconds, nth) => {
      const context = contexts[nth];
      if (context === undefined) throw new Error('one context for each');
      return live(context, { seconds, ...acted(seconds) });
    }),
  );
}

function expectSmooth(channels: readonly Float32Array[]): void {
  const { step, turn } = stepsOf(channels);
  expect(step).toBeLessThan(STEEPEST);
  expect(turn).toBeLessThan(STEEPEST);
}

describe('a short own sound, looped, and a long one, streamed', () => {
  // Mutant: a player that connects past the gain of its layer -> fails.
  it('[OWN6] follow the timeline through eight acts in real time, to 0.05 dB, and without a click', async () => {
    const lived = await liveBoth((seconds) => ({
      plan: planOfBrook(seconds),
      from: AMID,
      acts: ACTS,
      apart: 1.2,
    }));
    for (const { timeline, end, channels, sampleAt } of lived) {
      const places = Array.from(
        { length: Math.floor((end - AMID - 2) * 1000) },
        (_, nth) => AMID + 1.8 + nth / 1000,
      );
      const differences = places
        .filter((at) => said(timeline, at) > -60)
        .map((at) => Math.abs(20 * Math.log10(sampleAt(at) / HEIGHT) - said(timeline, at)));
      expect(differences.length).toBeGreaterThan(3000);
      expect(Math.max(...differences)).toBeLessThan(0.05);
      expectSmooth(channels);
    }
  }, 60_000);

  it('[OWN6] join a session and leave it, softly', async () => {
    const acts: EventBody[] = [
      { type: 'bed-added', bed: BROOK, level: 0 },
      { type: 'bed-removed', bed: BROOK },
      { type: 'held' },
    ];
    const lived = await liveBoth((seconds) => ({
      plan: { ...planOfBrook(seconds), beds: [] },
      from: AMID,
      acts,
      apart: 4,
    }));
    for (const { log, end, channels, sampleAt } of lived) {
      const [added, removed] = log.slice(-3).map(({ at }) => at);
      expect(sampleAt((added ?? 0) - 0.1)).toBe(0);
      expect(20 * Math.log10(sampleAt((removed ?? 0) - 0.05) / HEIGHT)).toBeGreaterThan(-50);
      expect(Math.abs(sampleAt(end - 0.3))).toBeLessThan(1e-4);
      expectSmooth(channels);
    }
  }, 60_000);
});
