import { expect, it } from 'vitest';
import { renderTimeline } from '#audio/render.ts';
import type { Cue } from '#session/cues.ts';
import { buildTimeline } from '#session/timeline.ts';
import { START } from '#session/units.ts';
import { evenGuide } from '../../helpers/guide.ts';
import { bufferOf, markerBank, markerClips, RATE, samples } from '../../helpers/audio/markers.ts';
import { logOf, planOfRoute } from '../../helpers/audio/sessions.ts';

/** Every sound clicks at its onset and then every half second, so that one taken up in its middle can be told too. */
const CLICK_EVERY = RATE / 2;
const clicks = (seconds: number) => samples(seconds, (i) => (i % CLICK_EVERY === 0 ? 0.25 : 0));

function clicksOf(cues: readonly Cue[], end: number): number[] {
  const places = cues.flatMap(({ at, duration }) => {
    const onset = Math.round(at * RATE);
    const count = Math.ceil(Math.round(duration * RATE) / CLICK_EVERY);
    return Array.from({ length: count }, (_, nth) => onset + nth * CLICK_EVERY);
  });
  return [...new Set(places)].filter((place) => place < end).sort((a, b) => a - b);
}

// Mutant: cues started between two samples (no rounding) -> fails: each click is smeared over two samples.
// Mutant: a cue entered in the next piece without its offset -> fails.
// Mutant: `later(from, PIECE + 1 / RATE)` as the next piece's place -> fails.
it('[E1] every bell and line of a three-hour session is within one sample of its place, through every piece', async () => {
  const log = logOf([0, { type: 'started' }], [1801.23456789, { type: 'medicine-given' }]);
  const timeline = buildTimeline(planOfRoute('lozenge', { talk: 'full' }), log, evenGuide);
  const duration = new Map(timeline.cues.map((cue) => [cue.clip, cue.duration]));
  const lines = new Map<number, AudioBuffer>();
  const clips = markerClips((line) => {
    const seconds = duration.get(line) ?? 0;
    if (!lines.has(seconds)) lines.set(seconds, bufferOf(clicks(seconds)));
    return lines.get(seconds);
  });
  const bank = markerBank((id) => (id.startsWith('bowl') ? [clicks(24)] : [new Float32Array(RATE)]));
  const heard: number[] = [];
  let frame = 0;
  const span = { from: START, to: timeline.to };
  for await (const { left, right } of renderTimeline(timeline, span, {
    bank,
    clips,
    only: ['voice', 'bell'],
  })) {
    for (let i = 0; i < left.length; i++) {
      if (left[i] !== 0 || right[i] !== 0) heard.push(frame + i);
    }
    frame += left.length;
  }
  expect(frame).toBeCloseTo(timeline.to * RATE, -1);
  expect(timeline.to).toBeGreaterThan(150 * 60);
  expect(timeline.cues.length).toBeGreaterThan(100);
  const expected = clicksOf(timeline.cues, frame);
  const errors = expected.map((place, nth) => Math.abs((heard[nth] ?? Number.NaN) - place));
  expect(heard.length).toBe(expected.length);
  expect(Math.max(...errors)).toBeLessThanOrEqual(1);
}, 120_000);
