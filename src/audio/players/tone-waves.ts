/** Fourier coefficients from the first harmonic on. */
export interface Harmonics {
  readonly cos: readonly number[];
  readonly sin: readonly number[];
}

/** A wave that begins at `phase` (0 to 1) of its turn: an OscillatorNode itself always begins at 0. */
export function turned(context: BaseAudioContext, { cos, sin }: Harmonics, phase: number): PeriodicWave {
  const real = new Float32Array(cos.length + 1);
  const imag = new Float32Array(cos.length + 1);
  for (const [nth, a] of cos.entries()) {
    const b = sin[nth] ?? 0;
    const angle = 2 * Math.PI * (nth + 1) * phase;
    real[nth + 1] = a * Math.cos(angle) + b * Math.sin(angle);
    imag[nth + 1] = b * Math.cos(angle) - a * Math.sin(angle);
  }
  return new PeriodicWave(context, { real, imag, disableNormalization: true });
}

/** A sine of that amplitude. */
export function toneWave(context: BaseAudioContext, amplitude: number, phase: number): PeriodicWave {
  return turned(context, { cos: [0], sin: [amplitude] }, phase);
}

/** The share of a turn the isochronic pulse is on, between the middles of its edges, and how long each edge takes. */
const DUTY = 0.38;
const EDGE = 0.12;
const PULSE_HARMONICS = 24;

/** Height of the pulse, 0 to 1, `from` its middle in turns. */
function pulse(from: number): number {
  const past = (Math.abs(from) - (DUTY - EDGE) / 2) / EDGE;
  if (past <= 0) return 1;
  return past >= 1 ? 0 : (1 + Math.cos(Math.PI * past)) / 2;
}

const POINTS = 2048;

function coefficient(nth: number): number {
  let sum = 0;
  for (let i = 0; i < POINTS; i++)
    sum += pulse(i / POINTS - 0.5) * Math.cos(2 * Math.PI * nth * (i / POINTS - 0.5));
  return sum / POINTS;
}

/** An oscillator cannot carry a constant: the pulse's mean is the gain's own value, the wave swings around it. */
export const PULSE_MEAN = coefficient(0);
export const PULSE: Harmonics = {
  cos: Array.from({ length: PULSE_HARMONICS }, (_, nth) => 2 * coefficient(nth + 1)),
  sin: Array.from({ length: PULSE_HARMONICS }, () => 0),
};
