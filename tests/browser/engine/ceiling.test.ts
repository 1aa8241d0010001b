import { expect, it } from 'vitest';
import { createShippedGuide } from '#app/guide.ts';
import { createClipStore } from '#audio/clip-loader.ts';
import { decode } from '#audio/decoding.ts';
import { CEILING } from '#audio/limiter/limiter.ts';
import { renderTimeline } from '#audio/render.ts';
import { createSoundBank } from '#audio/sounds/sound-bank.ts';
import { createSoundWorker } from '#audio/sounds/sound-worker.ts';
import { durationOfLine } from '#catalog/voices.ts';
import type { BeatsKind, BedKind } from '#session/layers.ts';
import { buildTimeline } from '#session/timeline.ts';
import { later, sessionTimeOf } from '#session/units.ts';
import { decibels, truePeak } from '../../audio/sounds/measure.ts';
import { bufferOf, markerBank, markerClips, RATE, samples } from '../../helpers/audio/markers.ts';
import { livedLog, planOfRoute } from '../../helpers/audio/sessions.ts';
import { createRandom } from '#audio/sounds/random.ts';

const guide = {
  line(id: string) {
    const duration = durationOfLine(id);
    return duration === undefined ? undefined : { text: id, duration };
  },
};
const FULL = { voice: 6, bell: 6, breath: 6, bed: 6, beats: 6 };

async function loudest(
  bed: BedKind,
  beats: BeatsKind,
  at: number,
  parts: Parameters<typeof renderTimeline>[2],
): Promise<number> {
  const plan = planOfRoute('iv', { beds: [{ sound: bed }], beats, levels: FULL, talk: 'full' });
  const timeline = buildTimeline(plan, livedLog(plan), guide);
  const from = sessionTimeOf(at);
  let peak = 0;
  for await (const { left, right } of renderTimeline(timeline, { from, to: later(from, 8) }, parts))
    peak = Math.max(peak, truePeak(left), truePeak(right));
  return decibels(peak);
}

// Mutant: the limiter left out of the render -> fails for the loud markers.
it.each<[BedKind, BeatsKind, number]>([
  ['ocean', 'binaural', 1204],
  ['pad', 'isochronic', 1204],
  ['rain', 'monaural', 1205],
])(
  '[E6] %s, %s, bell, breath and voice, all at their fullest: nothing above −3 dBTP',
  async (bed, beats, at) => {
    const bank = createSoundBank(RATE, createSoundWorker());
    const clips = createClipStore(decode).of(createShippedGuide('en', '/'));
    expect(await loudest(bed, beats, at, { bank, clips })).toBeLessThanOrEqual(CEILING);
  },
  120_000,
);

it.each([1, 2, 3, 4])(
  '[E6] sounds that are far too loud, noise of seed %d in every place: nothing above −3 dBTP',
  async (seed) => {
    const random = createRandom(seed);
    const loud = () => samples(9, () => 2 * random() - 1);
    const bank = markerBank(() => [loud(), loud()]);
    const clip = bufferOf(loud());
    const peak = await loudest('pink', 'monaural', 1200 + seed, { bank, clips: markerClips(() => clip) });
    expect(peak).toBeLessThanOrEqual(CEILING);
    expect(peak).toBeGreaterThan(-8);
  },
  60_000,
);
