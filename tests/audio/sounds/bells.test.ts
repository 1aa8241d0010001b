import { describe, expect, it } from 'vitest';
import { BELL_MAKE } from '../../../src/audio/sounds/bells.ts';
import { renderSound } from '../../../src/audio/sounds/render-sound.ts';
import type { Samples } from '../../../src/audio/sounds/samples.ts';
import { STRIKES, strikeOf, type StrikeId } from '../../../src/audio/sounds/sound-ids.ts';
import { BELL_SECONDS, BELLS, type BellId } from '../../../src/session/cues.ts';
import { amplitudeAt, decibels, loudness, strongestNear, truePeak } from './measure.ts';

const RATE = 48_000;
const made = new Map<StrikeId, Samples[]>();
function strike(id: StrikeId): Samples[] {
  const known = made.get(id) ?? renderSound(id, RATE);
  made.set(id, known);
  return known;
}
/** Both sides together: each tone of a mode stands to one side, so only here they have the shares they were given. */
function middle(id: StrikeId): Samples {
  const [left, right] = strike(id);
  return (left ?? new Float32Array()).map((sample, i) => (sample + (right?.[i] ?? 0)) / 2);
}
/** Amplitude of a mode over whole beats of its two tones, beginning at `from`. */
function modeAmplitude(id: BellId, nth: number, from: number, soft = false): number {
  const { fundamental, modes } = BELL_MAKE[id];
  const mode = modes[nth];
  if (mode === undefined) throw new Error(`no mode ${nth}`);
  const samples = middle(strikeOf({ clip: id, soft }));
  const to = from + 2 / mode.split;
  return amplitudeAt(
    samples,
    fundamental * mode.ratio - mode.split / 2,
    RATE,
    Math.round(from * RATE),
    Math.round(to * RATE),
  );
}

describe('a bell', { timeout: 30_000 }, () => {
  it.each(STRIKES)('%s lasts as long as the session says and ends in silence', (id) => {
    const bell = BELLS.find((name) => id.startsWith(name)) ?? 'bowl-196';
    for (const channel of strike(id)) {
      expect(channel.length).toBe(BELL_SECONDS[bell] * RATE);
      expect(Math.abs(channel.at(-1) ?? 1)).toBeLessThan(1e-9);
      expect(Math.max(...channel.slice(-RATE / 10).map(Math.abs))).toBeLessThan(1e-4);
    }
  });

  // Mutant: modes and mallet begun 20 ms late -> fails.
  it.each(STRIKES)('%s begins with its first samples', (id) => {
    const peak = (to: number) =>
      middle(id)
        .subarray(0, to * RATE)
        .reduce((most, each) => Math.max(most, Math.abs(each)), 0);
    expect(decibels(peak(0.015) / peak(2))).toBeGreaterThan(-14);
    expect(Math.abs(middle(id)[0] ?? 1)).toBeLessThan(1e-3);
  });

  // Mutant: a gain of the table off by 0.5 dB -> fails.
  it.each(BELLS)('%s is −23 LUFS in its loudest 3 s (the small one −25), and peaks below −3 dBTP', (id) => {
    const loudest = Math.max(...loudness(strike(id), 3));
    expect(Math.abs(loudest - (id === 'small-bell' ? -25 : -23))).toBeLessThan(0.3);
    for (const channel of strike(id)) expect(decibels(truePeak(channel.subarray(0, RATE)))).toBeLessThan(-3);
  });

  // Mutant: the split left out (both tones at the centre) -> off by more than the 0.1 Hz asked here.
  it.each(BELLS)('%s sounds the modes of its table', (id) => {
    const { fundamental, modes } = BELL_MAKE[id];
    for (const mode of modes.slice(0, 3)) {
      const centre = fundamental * mode.ratio;
      const stretch = middle(id).subarray(0, Math.round(Math.min(6, mode.t60) * RATE));
      const found = strongestNear(stretch, centre, RATE, 1.2, 0.1);
      expect(Math.abs(found - (centre - mode.split / 2))).toBeLessThan(0.15);
    }
  });

  it('rings down in the time of its table', () => {
    for (const nth of [0, 1, 2]) {
      const { t60 } = BELL_MAKE['bowl-196'].modes[nth] ?? { t60: Number.NaN };
      const fallen = decibels(modeAmplitude('bowl-196', nth, 1.5) / modeAmplitude('bowl-196', nth, 4.5));
      expect(Math.abs((60 * 3) / fallen / t60 - 1)).toBeLessThan(0.06);
    }
  });

  // Mutant: the split of the table doubled -> fails.
  it('beats: its fundamental comes and goes as often as its two tones are apart', () => {
    const samples = middle('bowl-196');
    const level = (at: number) =>
      amplitudeAt(samples, 196, RATE, Math.round(at * RATE), Math.round((at + 0.3) * RATE)) *
      10 ** ((3 * at) / 21);
    const places = Array.from({ length: 80 }, (_, i) => 1 + i * 0.1);
    const levels = places.map(level);
    const lows = places.filter(
      (_, i) => (levels[i] ?? 0) < (levels[i - 1] ?? 0) && (levels[i] ?? 0) < (levels[i + 1] ?? 0),
    );
    const gaps = lows.slice(1).map((at, nth) => at - (lows[nth] ?? 0));
    expect(gaps.length).toBeGreaterThan(2);
    for (const gap of gaps) expect(Math.abs(gap - 1 / 0.55)).toBeLessThan(0.15);
  });

  // Mutant: SOFTER = 0 -> fails.
  it('struck softly has 8 dB less above the fifth partial, and the same below', () => {
    const softer = (nth: number) =>
      decibels(modeAmplitude('bowl-196', nth, 0.2, true) / modeAmplitude('bowl-196', nth, 0.2));
    expect(Math.abs(softer(0))).toBeLessThan(0.1);
    expect(Math.abs(softer(1))).toBeLessThan(0.1);
    for (const nth of [2, 4, 5]) expect(Math.abs(softer(nth) + 8)).toBeLessThan(0.5);
  });
});
