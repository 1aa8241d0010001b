import type { Samples } from './samples.ts';

/** A second-order filter, normalised to a0 = 1 (the "Audio EQ Cookbook" of R. Bristow-Johnson, as Web Audio's biquads). */
export interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}
/** Corner in Hz, resonance Q, sample rate in Hz. */
type Design = (hz: number, q: number, sampleRate: number) => Biquad;

/** A corner above the Nyquist frequency would fold; 0.45 × rate is where an 8 kHz device still makes sense of it. */
const HIGHEST_CORNER = 0.45;

function corner(hz: number, q: number, sampleRate: number): { cos: number; alpha: number } {
  const angle = 2 * Math.PI * Math.min(hz / sampleRate, HIGHEST_CORNER);
  return { cos: Math.cos(angle), alpha: Math.sin(angle) / (2 * q) };
}

function normalised(b: readonly [number, number, number], cos: number, alpha: number): Biquad {
  const a0 = 1 + alpha;
  return { b0: b[0] / a0, b1: b[1] / a0, b2: b[2] / a0, a1: (-2 * cos) / a0, a2: (1 - alpha) / a0 };
}

export const lowPass: Design = (hz, q, sampleRate) => {
  const { cos, alpha } = corner(hz, q, sampleRate);
  return normalised([(1 - cos) / 2, 1 - cos, (1 - cos) / 2], cos, alpha);
};

export const highPass: Design = (hz, q, sampleRate) => {
  const { cos, alpha } = corner(hz, q, sampleRate);
  return normalised([(1 + cos) / 2, -1 - cos, (1 + cos) / 2], cos, alpha);
};

/** 0 dB at its centre. */
export const bandPass: Design = (hz, q, sampleRate) => {
  const { cos, alpha } = corner(hz, q, sampleRate);
  return normalised([alpha, 0, -alpha], cos, alpha);
};

/** Filters a loop in place as if it had been running for ever: the first lap only settles the filter, so the seam has no step. */
export function filterLoop(samples: Samples, filter: Biquad): Samples {
  return filterLap(samples, filter, settled(samples, filter));
}

/** Filters a sound that begins out of silence, in place. */
export function filterOnce(samples: Samples, filter: Biquad): Samples {
  return filterLap(samples, filter, { s1: 0, s2: 0 });
}

/** A filter for a sound that comes sample by sample, begun out of silence. */
export function createFilter({ b0, b1, b2, a1, a2 }: Biquad): (sample: number) => number {
  let s1 = 0;
  let s2 = 0;
  return (x) => {
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    return y;
  };
}

interface State {
  s1: number;
  s2: number;
}

function settled(samples: Samples, { b0, b1, b2, a1, a2 }: Biquad): State {
  let s1 = 0;
  let s2 = 0;
  for (const x of samples) {
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
  }
  return { s1, s2 };
}

function filterLap(samples: Samples, { b0, b1, b2, a1, a2 }: Biquad, state: State): Samples {
  let { s1, s2 } = state;
  for (let i = 0; i < samples.length; i++) {
    const x = samples[i] ?? 0;
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    samples[i] = y;
  }
  return samples;
}
