/** Sound as plain numbers: one channel, −1 to 1. */

/** RHVoice hisses at about −62 dBFS before and after the words; the softest consonants are above −50. */
const QUIET = 10 ** (-54 / 20);
const WINDOW_SECONDS = 0.01;

export function samplesOf(wav: Buffer): Float32Array {
  const data = wav.indexOf('data', 12, 'latin1') + 8;
  const samples = new Float32Array((wav.length - data) >> 1);
  return samples.map((_, nth) => wav.readInt16LE(data + nth * 2) / 32_768);
}

/** The spoken part, with a little of the quiet on both sides, faded so that neither end can click. */
export function trimmed(
  samples: Float32Array,
  rate: number,
  edges: { before: number; after: number; fadeIn: number; fadeOut: number },
): Float32Array {
  const window = Math.round(WINDOW_SECONDS * rate);
  const loud = loudWindows(samples, window);
  const first = loud.indexOf(true) * window;
  const last = (loud.lastIndexOf(true) + 1) * window;
  if (last === 0) throw new Error('Nothing was spoken: the sound is silent throughout.');
  const from = first - Math.round(edges.before * rate);
  const to = last + Math.round(edges.after * rate);
  const kept = new Float32Array(to - from);
  kept.set(samples.subarray(Math.max(from, 0), to), Math.max(-from, 0));
  fade(kept, Math.round(edges.fadeIn * rate), Math.round(edges.fadeOut * rate));
  return kept;
}

function loudWindows(samples: Float32Array, window: number): boolean[] {
  return Array.from({ length: Math.ceil(samples.length / window) }, (_, nth) => {
    const heard = samples.subarray(nth * window, (nth + 1) * window);
    const power = heard.reduce((sum, sample) => sum + sample * sample, 0) / heard.length;
    return Math.sqrt(power) > QUIET;
  });
}

function fade(samples: Float32Array, fadeIn: number, fadeOut: number): void {
  for (let nth = 0; nth < fadeIn; nth++) scale(samples, nth, raisedCosine(nth / fadeIn));
  for (let nth = 0; nth < fadeOut; nth++)
    scale(samples, samples.length - 1 - nth, raisedCosine(nth / fadeOut));
}

function scale(samples: Float32Array, nth: number, gain: number): void {
  samples[nth] = (samples[nth] ?? 0) * gain;
}

function raisedCosine(part: number): number {
  return (1 - Math.cos(Math.PI * part)) / 2;
}

export function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
