import { expect, it } from 'vitest';
import { resampled } from '#audio/recording/resample.ts';
import { amplitudeAt, decibels, highestOf } from '../sounds/measure.ts';

const tone = (rate: number, hz: number) =>
  Float32Array.from({ length: rate / 2 }, (_, i) => Math.sin((2 * Math.PI * hz * i) / rate));

// Mutant: every second sample -> fails: what is above the new band is folded into it.
it.each([48_000, 44_100, 96_000, 16_000])('keeps a voice at 24 kHz as it was at %d Hz', (rate) => {
  for (const hz of [100, 1000, 5000, 0.4 * Math.min(rate, 24_000)]) {
    const out = resampled(tone(rate, hz), rate, 24_000);
    expect(out.length).toBe(12_000);
    expect(Math.abs(decibels(amplitudeAt(out, hz, 24_000, 1000, 11_000)))).toBeLessThan(0.1);
  }
});

it.each([48_000, 44_100, 96_000])('folds nothing from above its band: from %d Hz', (rate) => {
  for (const hz of [13_000, 15_000, 20_000]) {
    const out = resampled(tone(rate, hz), rate, 24_000);
    expect(decibels(highestOf(out, 500, 11_500))).toBeLessThan(-60);
  }
});

it('leaves alone what has the rate already', () => {
  const samples = tone(24_000, 440);
  expect(resampled(samples, 24_000, 24_000)).toEqual(samples);
});
