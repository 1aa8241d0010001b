/** Taps of each of the interpolating filter's phases, and how many samples lie between two given ones. */
const TAPS = 16;
const PHASES = 4;

/** How many samples after a peak its estimate is complete. */
export const TRUE_PEAK_DELAY = TAPS / 2;
/** How many estimates a sample has a part in. */
export const TRUE_PEAK_REACH = TAPS;

/** Windowed sinc: the samples a quarter, a half and three quarters of the way between two given ones. */
const KERNELS: readonly Float64Array[] = [1, 2, 3].map((phase) => kernel(phase / PHASES));

/** The most the estimate can exceed the loudest sample, as a factor: below threshold ÷ this nothing needs estimating. */
export const OVERSHOOT = Math.max(
  ...KERNELS.map((taps) => taps.reduce((sum, tap) => sum + Math.abs(tap), 0)),
);

function kernel(between: number): Float64Array {
  const taps = Float64Array.from({ length: TAPS }, (_, tap) => {
    const x = tap - (TAPS / 2 - 1) - between;
    const window = Math.cos((Math.PI * x) / (TAPS + 1));
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

/**
 * The largest of |sample| and the three values between it and the next, 4× oversampled (ITU-R BS.1770's way).
 * `at` is the place of the sample; the TAPS/2 − 1 before and TAPS/2 after it must be in `samples`.
 */
export function truePeakAt(samples: Float32Array, at: number): number {
  let peak = Math.abs(samples[at] ?? 0);
  const first = at - (TAPS / 2 - 1);
  for (const taps of KERNELS) {
    let value = 0;
    for (let tap = 0; tap < TAPS; tap++) value += (taps[tap] ?? 0) * (samples[first + tap] ?? 0);
    if (value < 0) value = -value;
    if (value > peak) peak = value;
  }
  return peak;
}

/** The highest true peak of a whole sound, as a factor; silence surrounds it. */
export function truePeakOf(samples: Float32Array): number {
  const surrounded = new Float32Array(samples.length + 2 * TAPS);
  surrounded.set(samples, TAPS);
  let peak = 0;
  for (let at = TAPS / 2; at < surrounded.length - TAPS / 2; at++)
    peak = Math.max(peak, truePeakAt(surrounded, at));
  return peak;
}
