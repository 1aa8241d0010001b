import { describe, expect, it } from 'vitest';
import { createLoudnessMeter, integratedLoudness } from '#audio/sounds/loudness.ts';
import { createRandom } from '#audio/sounds/random.ts';
import { gatedLoudness } from './measure.ts';

const tone = (rate: number, seconds: number, hz: number, amplitude: number) =>
  Float32Array.from(
    { length: seconds * rate },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / rate),
  );

/** Bursts of noise with rests of different lengths between them, as a voice has. */
function spoken(rate: number, seed: number): Float32Array<ArrayBuffer> {
  const random = createRandom(seed);
  return Float32Array.from({ length: rate * 8 }, (_, i) => {
    const word = Math.max(
      0,
      Math.sin((2 * Math.PI * 1.7 * i) / rate) * Math.sin((2 * Math.PI * 0.31 * i) / rate),
    );
    return (random() - 0.5) * (0.5 * word + 0.001);
  });
}

describe('loudness', () => {
  // Mutant: the head shelf left out -> fails for 8 kHz. Mutant: the low cut left out -> fails for 40 Hz.
  it.each([
    [48_000, 997, -3.01],
    [24_000, 997, -3.01],
    [44_100, 997, -3.01],
    [48_000, 40, -9.3], // this and the next as ffmpeg measures them
    [48_000, 8000, 0.3],
  ])('[E22] at %d Hz a full sine of %d Hz is %d LUFS', (rate, hz, lufs) => {
    expect(Math.abs(integratedLoudness([tone(rate, 3, hz, 1)], rate) - lufs)).toBeLessThan(0.1);
  });

  it('[E22] in two channels it is 3 LU more', () => {
    const one = tone(48_000, 3, 997, 0.1);
    expect(integratedLoudness([one, one], 48_000)).toBeCloseTo(-20, 1);
    expect(integratedLoudness([one], 48_000)).toBeCloseTo(-23.01, 1);
  });

  // Mutant: without the relative gate -> fails by 2 LU and more.
  it.each([1, 2, 3])(
    '[E22] agrees with a measurement written apart from it, rests and all: seed %d',
    (seed) => {
      const samples = spoken(48_000, seed);
      expect(integratedLoudness([samples], 48_000)).toBeCloseTo(gatedLoudness([samples]), 2);
    },
  );

  it('[E22] comes out the same however the sound is cut', () => {
    const samples = spoken(24_000, 4);
    const whole = integratedLoudness([samples], 24_000);
    const meter = createLoudnessMeter(24_000);
    for (let from = 0; from < samples.length; from += 1777) meter.add([samples.subarray(from, from + 1777)]);
    expect(meter.integrated()).toBe(whole);
  });

  it('[E22] silence has none, and a sound shorter than a block has some', () => {
    expect(integratedLoudness([new Float32Array(48_000)], 48_000)).toBe(-Infinity);
    expect(createLoudnessMeter(48_000).integrated()).toBe(-Infinity);
    expect(integratedLoudness([tone(24_000, 0.2, 997, 0.1)], 24_000)).toBeGreaterThan(-30);
  });
});
