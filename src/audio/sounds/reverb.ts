import type { Hertz, Seconds } from '#session/units.ts';
import { createRandom } from './random.ts';

export interface Room {
  /** Time to fall by 60 dB, below the darkening. */
  readonly t60: Seconds;
  /** Above this the air takes the sound away faster. */
  readonly dark: Hertz;
  readonly seed: number;
}

const LINES = 16;
/** The shortest and the longest way round, in seconds: spread so that no two echoes coincide. */
const SHORTEST: Seconds = 0.029;
const LONGEST: Seconds = 0.097;

/**
 * What a room answers to a sound: a feedback delay network of 16 lines mixed by a Hadamard matrix.
 * Left and right take the lines with different signs, so the tail is wide. Mono in, stereo out, about as loud as the input.
 */
export interface Reverb {
  /** Left and right of the answer to the next sample. */
  process(sample: number, out: [left: number, right: number]): void;
}

export function createReverb({ t60, dark, seed }: Room, sampleRate: Hertz): Reverb {
  const lengths = lineLengths(seed, sampleRate);
  const starts = lengths.map((_, nth) => lengths.slice(0, nth).reduce((sum, length) => sum + length, 0));
  const memory = new Float32Array(lengths.reduce((sum, length) => sum + length, 0));
  const loss = Float64Array.from(
    lengths,
    (length) => 10 ** ((-3 * length) / (t60 * sampleRate)) / Math.sqrt(LINES),
  );
  const damping = Math.exp((-2 * Math.PI * dark) / sampleRate);
  const place = new Int32Array(LINES);
  const low = new Float64Array(LINES);
  const mix = new Float64Array(LINES);
  const ends = Int32Array.from(lengths);
  const offsets = Int32Array.from(starts);

  function process(sample: number, out: [number, number]): void {
    let left = 0;
    let right = 0;
    for (let line = 0; line < LINES; line++) {
      const heard = memory[(offsets[line] ?? 0) + (place[line] ?? 0)] ?? 0;
      const damped = heard + ((low[line] ?? 0) - heard) * damping;
      low[line] = damped;
      mix[line] = damped * (loss[line] ?? 0);
      left += (line & 1) === 0 ? damped : -damped;
      right += (line & 2) === 0 ? damped : -damped;
    }
    hadamard(mix);
    for (let line = 0; line < LINES; line++) {
      const at = place[line] ?? 0;
      memory[(offsets[line] ?? 0) + at] = (mix[line] ?? 0) + sample;
      place[line] = at + 1 === (ends[line] ?? 0) ? 0 : at + 1;
    }
    out[0] = left * OUTPUT;
    out[1] = right * OUTPUT;
  }
  return { process };
}

/** Sixteen lines add as noise does. */
const OUTPUT = 1 / LINES;

function lineLengths(seed: number, sampleRate: Hertz): number[] {
  const random = createRandom(seed);
  return Array.from({ length: LINES }, (_, line) => {
    const share = (line + 0.8 * random()) / LINES;
    return Math.round(SHORTEST * (LONGEST / SHORTEST) ** share * sampleRate);
  });
}

/** The fast Walsh-Hadamard transform, in place; grows by √LINES, which `loss` takes back. */
function hadamard(values: Float64Array): void {
  for (let half = 1; half < LINES; half *= 2) {
    for (let start = 0; start < LINES; start += 2 * half) {
      for (let i = start; i < start + half; i++) {
        const a = values[i] ?? 0;
        const b = values[i + half] ?? 0;
        values[i] = a + b;
        values[i + half] = a - b;
      }
    }
  }
}
