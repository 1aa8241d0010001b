import { expect, it } from 'vitest';
import { createShippedGuide } from '#app/guide.ts';
import { createClipStore } from '#audio/clip-loader.ts';
import { decode } from '#audio/decoding.ts';
import { renderTimeline } from '#audio/render.ts';
import { createSoundBank } from '#audio/sounds/sound-bank.ts';
import { createSoundWorker } from '#audio/sounds/sound-worker.ts';
import { BUSES, eachBus } from '#session/layers.ts';
import type { SessionLog } from '#session/log.ts';
import type { Plan } from '#session/plan.ts';
import { buildTimeline } from '#session/timeline.ts';
import { sessionTimeOf } from '#session/units.ts';
import { RATE } from '../../helpers/audio/markers.ts';
import { logOf, planOfRoute } from '../../helpers/audio/sessions.ts';

const guide = createShippedGuide('en', '/');
const parts = {
  bank: createSoundBank(RATE, createSoundWorker()),
  clips: createClipStore(decode).of(guide),
};

async function rendered(plan: Plan, log: SessionLog): Promise<Float32Array> {
  const timeline = buildTimeline(plan, log, guide);
  const heard: number[] = [];
  const span = { from: sessionTimeOf(8), to: sessionTimeOf(38) };
  for await (const { left, right } of renderTimeline(timeline, span, parts))
    for (const [nth, sample] of left.entries()) heard.push(sample, right[nth] ?? 0);
  return Float32Array.from(heard);
}

// underCeiling() that gives back the level: red
it('[E47] whatever is asked for, it sounds as at the ceiling, within −120 dB', async () => {
  const CEILING = -18;
  const choices = { beats: 'monaural', talk: 'full' } as const;
  const loud = planOfRoute('practice-run', { ...choices, levels: eachBus(() => 6), ceiling: CEILING });
  const asked = logOf(...BUSES.map((bus) => [12, { type: 'bus-level-changed', bus, level: 6 }] as const), [
    14,
    { type: 'layer-level-changed', layer: 'ocean', level: 6 },
  ]);
  const even = planOfRoute('practice-run', { ...choices, levels: eachBus(() => CEILING) });
  const [kept, expected] = [await rendered(loud, asked), await rendered(even, [])];
  expect(expected.some((sample) => Math.abs(sample) > 0.001)).toBe(true);
  expect(kept.length).toBe(expected.length);
  const furthest = kept.reduce(
    (most, sample, nth) => Math.max(most, Math.abs(sample - (expected[nth] ?? 0))),
    0,
  );
  expect(furthest).toBeLessThan(1e-6);
}, 60_000);
