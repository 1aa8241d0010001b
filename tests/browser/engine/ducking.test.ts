import { beforeAll, describe, expect, it } from 'vitest';
import { createShippedGuide } from '#app/guide.ts';
import { createClipStore, type ClipLoader } from '#audio/clip-loader.ts';
import { decode } from '#audio/decoding.ts';
import { renderTimeline } from '#audio/render.ts';
import { createSoundBank } from '#audio/sounds/sound-bank.ts';
import { createSoundWorker } from '#audio/sounds/sound-worker.ts';
import { durationOfLine } from '#catalog/voices.ts';
import type { Cue, Repertoire } from '#session/cues.ts';
import { BEDS, type BedKind, type Bus } from '#session/layers.ts';
import type { RouteId } from '#session/plan.ts';
import type { BedInput } from '#session/routes/shape.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import { later, sessionTimeOf, START, type SessionTime } from '#session/units.ts';
import { decibels, integrated } from '../../audio/sounds/measure.ts';
import { happened } from '../../helpers/audio/changes.ts';
import { markerBank, RATE, samples } from '../../helpers/audio/markers.ts';
import { livedLog, livedTimeline, planOfRoute } from '../../helpers/audio/sessions.ts';
import { smoothClips } from '../../helpers/audio/smooth.ts';

const still = samples(1, () => 0.2);
const stillBank = markerBank(() => [still, still]);

async function rendered(
  timeline: Timeline,
  span: { from: SessionTime; to: SessionTime },
  parts: Parameters<typeof renderTimeline>[2],
): Promise<[left: Float32Array, right: Float32Array]> {
  const length = Math.round((span.to - span.from) * RATE);
  const [left, right] = [new Float32Array(length), new Float32Array(length)];
  let place = 0;
  for await (const piece of renderTimeline(timeline, span, parts)) {
    left.set(piece.left, place);
    right.set(piece.right, place);
    place += piece.left.length;
  }
  return [left, right];
}

/** Lines with so much rest around them that the bed comes all the way back. */
function apart(cues: readonly Cue[]): Cue[] {
  const lines = cues.filter(({ bus }) => bus === 'voice');
  return lines.filter((line) => lines.every((other) => other === line || Math.abs(other.at - line.at) > 16));
}

// Mutant: `busLevel` without the ducking -> fails. Mutant: ducking under bells as well -> fails: a bell among the rests.
it.each<[BedKind, number]>([
  ['pink', -8],
  ['brown', -8],
  ['pad', -6],
])(
  '[E5] under a line %s lies %d dB lower, from half a second before it, and comes back after',
  async (bed, depth) => {
    const timeline = livedTimeline(planOfRoute('iv', { beds: [{ sound: bed }] }));
    const span = { from: START, to: sessionTimeOf(240) };
    const clips = smoothClips((line) => timeline.cues.find(({ clip }) => clip === line)?.duration);
    const [left] = await rendered(timeline, span, { bank: stillBank, clips, only: ['bed'] });
    const lines = apart(timeline.cues).filter(({ at }) => at > 25 && at < 220);
    const level = (at: SessionTime) => decibels(Math.abs(left[Math.round(at * RATE)] ?? 0) / 0.2);
    expect(lines.length).toBeGreaterThan(3);
    for (const { at, duration } of lines) {
      const before = level(later(at, -0.55));
      const places = [-0.25, 0, duration / 2, duration + 0.55, duration + 4];
      const by = places.map((place) => level(later(at, place)) - before);
      const wanted = [depth / 2, depth, depth, depth, 0];
      for (const [nth, each] of by.entries()) expect(Math.abs(each - (wanted[nth] ?? 0))).toBeLessThan(0.2);
    }
  },
);

/** The guide as it is spoken, the sounds as they are made. */
const guide: Repertoire = {
  line(id) {
    const duration = durationOfLine(id);
    return duration === undefined ? undefined : { text: id, duration };
  },
};
const clips: ClipLoader = createClipStore(decode).of(createShippedGuide('en', '/'));
const bank = createSoundBank(RATE, createSoundWorker());

describe('every route as it is shipped, rendered', () => {
  beforeAll(
    () => bank.load(['ocean-body', 'ocean-foam', 'ocean-floor', 'breath-air', 'bowl-196', 'bowl-196/soft']),
    120_000,
  );

  // Mutant: ducking depth 0 -> fails.
  it.each<RouteId>(['iv', 'im', 'nasal', 'lozenge', 'practice-run'])(
    '[E5] %s: while a line is spoken it lies at least 15 LU above the sea',
    async (route) => {
      const plan = planOfRoute(route);
      const timeline = buildTimeline(plan, livedLog(plan), guide);
      const lines = timeline.cues.filter(({ bus }) => bus === 'voice');
      const heard = [lines[2], lines[Math.floor(lines.length / 2)], lines.at(-2)];
      const over: number[] = [];
      for (const line of heard) {
        if (line === undefined) continue;
        const span = { from: line.at, to: later(line.at, line.duration) };
        const loudnessOf = async (bus: Bus) =>
          integrated(await rendered(timeline, span, { bank, clips, only: [bus] }));
        over.push((await loudnessOf('voice')) - (await loudnessOf('bed')));
      }
      expect(over.length).toBe(3);
      expect(Math.min(...over)).toBeGreaterThanOrEqual(15);
    },
    60_000,
  );

  // Mutant: ducking depth 0 -> fails for rain, wind, pink, brown and the mixes.
  it.each<[string, BedInput[]]>([
    ...BEDS.map((sound): [string, BedInput[]] => [sound, [{ sound }]]),
    ['rain and pad', [{ sound: 'rain' }, { sound: 'pad', level: -3 }]],
    ['three at once', [{ sound: 'ocean' }, { sound: 'rain' }, { sound: 'wind' }]],
  ])(
    '[E5] iv at its peak, over %s: a line that is asked for lies at least 10 LU above',
    async (_name, beds) => {
      const plan = planOfRoute('iv', { beds });
      const peak = sessionTimeOf(50 * 60); // where the beds are at their fullest
      const log = happened(livedLog(plan), { type: 'line-played', line: 'anchor.here' }, peak);
      const timeline = buildTimeline(plan, log, guide);
      const line = timeline.cues.find(({ asked }) => asked);
      if (line === undefined) throw new Error('nobody speaks');
      const span = { from: line.at, to: later(line.at, line.duration) };
      const loudnessOf = async (bus: Bus) =>
        integrated(await rendered(timeline, span, { bank, clips, only: [bus] }));
      const over = (await loudnessOf('voice')) - (await loudnessOf('bed'));
      expect(over).toBeGreaterThanOrEqual(10);
    },
    60_000,
  );
});
