import type { Hertz } from '#session/units.ts';
import { createFilter, type Biquad } from './filters.ts';

/** Integrated loudness in LUFS by ITU-R BS.1770-4; −Infinity where nothing was loud enough to count. */
export type Loudness = number;

/** Measures a sound that comes piece by piece, so that an hour of music need not be in memory. */
export interface LoudnessMeter {
  /** One array a channel, all of the same length; goes on where the last piece ended. One channel or two. */
  add(channels: readonly Float32Array[]): void;
  /** Of all that was added so far. */
  integrated(): Loudness;
}

/** Power is summed over stretches of 100 ms; a block is four of them, and blocks overlap by three quarters. */
const STRETCHES_A_SECOND = 10;
const STRETCHES_A_BLOCK = 4;
const ABSOLUTE_GATE: Loudness = -70;
const RELATIVE_GATE = -10;

export function createLoudnessMeter(sampleRate: Hertz): LoudnessMeter {
  const length = Math.round(sampleRate / STRETCHES_A_SECOND);
  /** The power of each whole stretch, all channels together. */
  const stretches: number[] = [];
  const weighting: ((sample: number) => number)[] = [];
  let sum = 0;
  let filled = 0;

  function add(channels: readonly Float32Array[]): void {
    const weighted = channels.map((_, nth) => (weighting[nth] ??= kWeighting(sampleRate)));
    for (let i = 0; i < (channels[0]?.length ?? 0); i++) {
      for (const [nth, weigh] of weighted.entries()) sum += weigh(channels[nth]?.[i] ?? 0) ** 2;
      if (++filled < length) continue;
      stretches.push(sum / length);
      [sum, filled] = [0, 0];
    }
  }
  return { add, integrated: () => gated(blocksOf(stretches)) };
}

/** Of a sound that is all there. One shorter than a block is measured as if silence followed it. */
export function integratedLoudness(channels: readonly Float32Array[], sampleRate: Hertz): Loudness {
  const meter = createLoudnessMeter(sampleRate);
  meter.add(channels);
  const block = Math.ceil((STRETCHES_A_BLOCK / STRETCHES_A_SECOND) * sampleRate);
  const missing = block - (channels[0]?.length ?? 0);
  if (missing > 0) meter.add(channels.map(() => new Float32Array(missing)));
  return meter.integrated();
}

function blocksOf(stretches: readonly number[]): number[] {
  const count = Math.max(0, stretches.length - STRETCHES_A_BLOCK + 1);
  return Array.from({ length: count }, (_, from) => mean(stretches.slice(from, from + STRETCHES_A_BLOCK)));
}

function gated(powers: readonly number[]): Loudness {
  const audible = powers.filter((power) => loudnessOf(power) > ABSOLUTE_GATE);
  const gate = loudnessOf(mean(audible)) + RELATIVE_GATE;
  return loudnessOf(mean(audible.filter((power) => loudnessOf(power) > gate)));
}

function loudnessOf(power: number): Loudness {
  return -0.691 + 10 * Math.log10(power);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The two filters of the recommendation, at any rate: it prints coefficients for 48 kHz only. The corners behind those
 * were worked out by B. De Man ("Evaluation of implementations of the EBU R128 loudness measurement", AES 2018).
 */
function kWeighting(sampleRate: Hertz): (sample: number) => number {
  const [head, low] = [createFilter(headShelf(sampleRate)), createFilter(lowCut(sampleRate))];
  return (sample) => low(head(sample));
}

function headShelf(sampleRate: Hertz): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const q = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b0: (high + (band * k) / q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  };
}

/** Its numerator is not normalised, and so it is meant: at 48 kHz it is printed as 1, −2, 1. */
function lowCut(sampleRate: Hertz): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 };
}
