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
  const signal = Float64Array.from(samples);
  for (const { b, a } of K_WEIGHTING) {
    let [x1, x2, y1, y2] = [0, 0, 0, 0];
    for (let i = 0; i < signal.length; i++) {
      const x = signal[i] ?? 0;
      const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
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

/** Integrated loudness without gates: right for sounds that do not pause. */
export function integrated(channels: readonly Float32Array[]): number {
  return loudness(channels, (channels[0]?.length ?? 0) / 48_000)[0] ?? Number.NaN;
}

/** True peak by 8× interpolation with 64 windowed-sinc taps a phase: finer in both than what the limiter looks with. */
export function truePeak(samples: Float32Array): number {
  const taps = 64;
  let peak = 0;
  for (let phase = 0; phase < 8; phase++) {
    const kernel = Float64Array.from({ length: taps }, (_, tap) => {
      const x = tap - (taps / 2 - 1) - phase / 8;
      const window = Math.cos((Math.PI * x) / (taps + 2)) ** 2;
      return x === 0 ? 1 : (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
    });
    for (let at = 0; at + taps <= samples.length; at++) {
      let value = 0;
      for (let tap = 0; tap < taps; tap++) value += (kernel[tap] ?? 0) * (samples[at + tap] ?? 0);
      peak = Math.max(peak, Math.abs(value));
    }
  }
  return peak;
}
