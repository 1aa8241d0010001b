import type { Hertz } from '#session/units.ts';
import type { Samples } from '../sounds/samples.ts';

/** Zero crossings of the sinc on either side: 60 dB and more below what is folded, flat to 0.9 of the band. */
const CROSSINGS = 24;
/** What is kept of the lower rate's band; the rest is the filter's slope. */
const KEPT = 0.92;

/**
 * A sound at another rate, by windowed sinc. Browsers do this with straight lines between samples when a buffer is
 * played at another rate (Chromium), which folds hiss into the voice.
 */
export function resampled(samples: Float32Array, from: Hertz, to: Hertz): Samples {
  if (from === to) return Float32Array.from(samples);
  const { phases, half } = kernels(from, to);
  const out = new Float32Array(Math.floor((samples.length * to) / from));
  for (let i = 0; i < out.length; i++) {
    const place = (i * from) / to;
    const first = Math.floor(place) - half + 1;
    const taps = phases[i % phases.length];
    if (taps === undefined) break;
    let value = 0;
    for (let tap = 0; tap < taps.length; tap++) value += (taps[tap] ?? 0) * (samples[first + tap] ?? 0);
    out[i] = value;
  }
  return out;
}

/** One set of taps for each place that a new sample can have between two old ones; they come round again. */
function kernels(from: Hertz, to: Hertz): { phases: readonly Float64Array[]; half: number } {
  const narrow = Math.min(1, to / from) * KEPT;
  const half = Math.ceil(CROSSINGS / narrow);
  const rounds = to / divisor(from, to);
  const phases = Array.from({ length: rounds }, (_, i) => kernel(((i * from) / to) % 1, half, narrow));
  return { phases, half };
}

function kernel(between: number, half: number, narrow: number): Float64Array {
  const taps = Float64Array.from({ length: 2 * half }, (_, tap) => {
    const x = tap - half + 1 - between;
    const window = Math.cos((Math.PI * x) / (2 * half)) ** 2;
    return sinc(x * narrow) * window;
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other);
}
