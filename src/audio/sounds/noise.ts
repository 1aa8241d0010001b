import type { Hertz, Seconds } from '#session/units.ts';
import { filterLoop, highPass, type Biquad } from './filters.ts';
import { createRandom } from './random.ts';
import { mixInto, scale, toRms, type Samples } from './samples.ts';

export type NoiseColour = 'white' | 'pink' | 'brown';

export interface NoiseLoop {
  readonly colour: NoiseColour;
  readonly duration: Seconds;
  readonly sampleRate: Hertz;
  readonly seed: number;
}

/** How much of a stereo loop both ears share, and how much each has alone: wide, but with a middle. .77² + .64² ≈ 1. */
const SHARED = 0.77;
const OWN = 0.64;

/** Pink: six octave-wide shelves, two octaves apart, fall 3 dB an octave from 20 Hz to 20 kHz. */
const PINK_POLES: readonly Hertz[] = [14, 56, 224, 896, 3584, 14336];
/** Brown: 6 dB an octave above this. */
const BROWN_POLE: Hertz = 15;
/** Below this only loudspeaker cones move. */
const LOWEST: Hertz = 28;

/** One seamless lap of noise with an RMS of 1: white has no seam, and what colours it runs a lap before it is written. */
export function noiseLoop({ colour, duration, sampleRate, seed }: NoiseLoop): Samples {
  const samples: Samples = new Float32Array(Math.round(duration * sampleRate));
  const random = createRandom(seed);
  for (let i = 0; i < samples.length; i++) samples[i] = 2 * random() - 1;
  for (const filter of colouring(colour, sampleRate)) filterLoop(samples, filter);
  toRms([samples], 1);
  return samples;
}

/** Left and right of one noise, RMS 1 each in the long run. */
export function stereoNoiseLoop(loop: NoiseLoop): Samples[] {
  const shared = noiseLoop(loop);
  return [1, 2].map((side) => {
    const own = noiseLoop({ ...loop, seed: loop.seed + 101 * side });
    return mixInto(scale(own, OWN), shared, SHARED);
  });
}

function colouring(colour: NoiseColour, sampleRate: Hertz): Biquad[] {
  if (colour === 'white') return [];
  const low = highPass(LOWEST, 0.707, sampleRate);
  if (colour === 'brown') return [low, shelf(BROWN_POLE, undefined, sampleRate)];
  return [low, ...PINK_POLES.map((pole) => shelf(pole, 2 * pole, sampleRate))];
}

/** A first-order slope from `pole` down to where `zero` ends it. */
function shelf(pole: Hertz, zero: Hertz | undefined, sampleRate: Hertz): Biquad {
  const place = (hz: Hertz) => Math.exp((-2 * Math.PI * hz) / sampleRate);
  return { b0: 1, b1: zero === undefined ? 0 : -place(zero), b2: 0, a1: -place(pole), a2: 0 };
}
