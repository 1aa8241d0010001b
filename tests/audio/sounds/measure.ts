/** What tests measure sounds with; written apart from what makes them, so that both would have to be wrong in the same way. */

export function decibels(factor: number): number {
  return 20 * Math.log10(factor);
}

export function rmsOf(samples: Float32Array, from = 0, to = samples.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += (samples[i] ?? 0) ** 2;
  return Math.sqrt(sum / (to - from));
}

export function steepest(samples: Float32Array, from = 1, to = samples.length): number {
  let step = 0;
  for (let i = from; i < to; i++) step = Math.max(step, Math.abs((samples[i] ?? 0) - (samples[i - 1] ?? 0)));
  return step;
}

/** Amplitude of the sine at `hz` in a stretch, Hann-windowed. Works between bins. */
export function amplitudeAt(
  samples: Float32Array,
  hz: number,
  rate: number,
  from = 0,
  to = samples.length,
): number {
  let real = 0;
  let imag = 0;
  let weight = 0;
  for (let i = from; i < to; i++) {
    const window = Math.sin((Math.PI * (i - from)) / (to - from)) ** 2;
    const angle = (2 * Math.PI * hz * i) / rate;
    real += (samples[i] ?? 0) * window * Math.cos(angle);
    imag += (samples[i] ?? 0) * window * Math.sin(angle);
    weight += window;
  }
  return (2 * Math.hypot(real, imag)) / weight;
}

/** The frequency near `hz` that is strongest, on a grid of `step`. */
export function strongestNear(
  samples: Float32Array,
  hz: number,
  rate: number,
  reach: number,
  step: number,
): number {
  let best = hz;
  let most = 0;
  for (let tried = hz - reach; tried <= hz + reach; tried += step) {
    const amplitude = amplitudeAt(samples, tried, rate);
    if (amplitude > most) [most, best] = [amplitude, tried];
  }
  return best;
}

interface Section {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** The two sections of ITU-R BS.1770's K weighting at 48 kHz, as printed in the recommendation. */
const K_WEIGHTING: readonly Section[] = [
  { b: [1.53512485958697, -2.69169618940638, 1.19839281085285], a: [-1.69065929318241, 0.73248077421585] },
  { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] },
];

function weighted(samples: Float32Array): Float64Array {
  const signal = new Float64Array(samples);
  for (const { b, a } of K_WEIGHTING) {
    const [b0, b1, b2] = b;
    const [a1, a2] = a;
    let [x1, x2, y1, y2] = [0, 0, 0, 0];
    for (let i = 0; i < signal.length; i++) {
      const x = signal[i] ?? 0;
      const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      signal[i] = y;
    }
  }
  return signal;
}

/** Powers of all channels together, one for each 100 ms. */
function powers(channels: readonly Float32Array[]): number[] {
  const sums: number[] = [];
  for (const channel of channels) {
    const heard = weighted(channel);
    for (let from = 0; from + 4800 <= heard.length; from += 4800) {
      const power =
        heard.subarray(from, from + 4800).reduce((sum, sample) => sum + sample * sample, 0) / 4800;
      sums[from / 4800] = (sums[from / 4800] ?? 0) + power;
    }
  }
  return sums;
}

/** Loudness in LUFS over each stretch of `seconds`, moved on by 100 ms. 48 kHz only; a single channel counts as two speakers' worth of one. */
export function loudness(channels: readonly Float32Array[], seconds: number): number[] {
  const slots = powers(channels);
  const count = Math.round(seconds * 10);
  return Array.from({ length: Math.max(0, slots.length - count + 1) }, (_, from) => {
    const power = slots.slice(from, from + count).reduce((sum, each) => sum + each, 0) / count;
    return -0.691 + 10 * Math.log10(power);
  });
}

/** Blocks more than this far below the loudness of all that is heard do not count (BS.1770). */
const RELATIVE_GATE = -10;
const ABSOLUTE_GATE = -70;

/** Integrated loudness in LUFS with the gates of BS.1770, as for a voice that rests between its phrases. 48 kHz only. */
export function gatedLoudness(channels: readonly Float32Array[]): number {
  const blocks = loudness(channels, 0.4).filter((block) => block > ABSOLUTE_GATE);
  const gate = meanLoudness(blocks) + RELATIVE_GATE;
  return meanLoudness(blocks.filter((block) => block > gate));
}

function meanLoudness(blocks: readonly number[]): number {
  const power = blocks.reduce((sum, block) => sum + 10 ** (block / 10), 0) / blocks.length;
  return 10 * Math.log10(power);
}

/** Integrated loudness without gates: right for sounds that do not pause. */
export function integrated(channels: readonly Float32Array[]): number {
  return loudness(channels, (channels[0]?.length ?? 0) / 48_000)[0] ?? Number.NaN;
}

/** For 8× interpolation with 64 windowed-sinc taps a phase: finer in both than what the limiter looks with. */
const TAPS = 64;
const KERNELS = Array.from({ length: 8 }, (_, phase) =>
  Float64Array.from({ length: TAPS }, (_, tap) => {
    const x = tap - (TAPS / 2 - 1) - phase / 8;
    const window = Math.cos((Math.PI * x) / (TAPS + 2)) ** 2;
    return x === 0 ? 1 : (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
  }),
);

/** The highest point between the middle two of the 64 samples from `at` on. */
function peakWithin(samples: Float32Array, at: number): number {
  let peak = 0;
  for (const kernel of KERNELS) {
    let value = 0;
    for (let tap = 0; tap < TAPS; tap++) value += (kernel[tap] ?? 0) * (samples[at + tap] ?? 0);
    peak = Math.max(peak, Math.abs(value));
  }
  return peak;
}

export function truePeak(samples: Float32Array): number {
  let peak = 0;
  for (let at = 0; at + TAPS <= samples.length; at++) peak = Math.max(peak, peakWithin(samples, at));
  return peak;
}

/**
 * The same, a hundred times quicker, for sounds with nothing above a quarter of the rate (a 24 kHz file at 48 kHz):
 * such a wave is at least cos 45° of its peak at the sample next to it, so only beside the highest samples is looked.
 */
export function truePeakOfSlow(samples: Float32Array): number {
  const highest = highestOf(samples);
  let peak = highest;
  for (let at = 0; at < samples.length; at++) {
    if (Math.abs(samples[at] ?? 0) < highest * 0.7) continue;
    const middle = at - TAPS / 2;
    peak = Math.max(peak, peakWithin(samples, middle), peakWithin(samples, middle + 1));
  }
  return peak;
}

export function highestOf(samples: Float32Array, from = 0, to = samples.length): number {
  let highest = 0;
  for (let i = from; i < to; i++) highest = Math.max(highest, Math.abs(samples[i] ?? 0));
  return highest;
}
