import type { Decibels, Hertz } from '#session/units.ts';
import { CEILING, createLimiter } from '../limiter/limiter.ts';
import { truePeakOf } from '../limiter/true-peak.ts';
import { integratedLoudness, type Loudness } from '../sounds/loudness.ts';
import { scale, type Samples } from '../sounds/samples.ts';

/** How loud every spoken line is, shipped or recorded. */
export const VOICE_LOUDNESS: Loudness = -19;
/** How near a recorded line has to come. */
export const NEAR_ENOUGH = 0.5;
/**
 * Peaks are held down by the session's own limiter, by this much at the most. A voice is usually 15 to 18 dB below its
 * peaks and so needs 2 or 3, one with a pop in it more; what would need more still is left softer than the others
 * rather than squeezed.
 */
const MOST_LIMITING: Decibels = 9;
/** Holding peaks down takes a little loudness with it: measured again and raised again, it settles in a few rounds. */
const ROUNDS = 5;

/** A line as loud as a line is to be. */
export interface Levelled {
  readonly samples: Samples;
  readonly loudness: Loudness;
  /** dBTP; never above −3. */
  readonly truePeak: Decibels;
  /** What it was raised by, before its peaks were held down. */
  readonly gain: Decibels;
}

/** Brings a voice to −19 LUFS and under −3 dBTP. What is silent stays as it is. */
export function levelled(voice: Float32Array, rate: Hertz): Levelled {
  const loudness = integratedLoudness([voice], rate);
  const highest = CEILING + MOST_LIMITING - decibels(truePeakOf(voice));
  let gain = Number.isFinite(loudness) ? Math.min(VOICE_LOUDNESS - loudness, highest) : 0;
  let result = withGain(voice, gain, rate);
  for (let round = 1; round < ROUNDS && gain < highest; round++) {
    const missing = VOICE_LOUDNESS - result.loudness;
    if (!(Math.abs(missing) > 0.1)) break;
    gain = Math.min(gain + missing, highest);
    result = withGain(voice, gain, rate);
  }
  return result;
}

/** Whether a line would stand out from the others, or reach above the ceiling. */
export function isTooLoud({ loudness, truePeak }: Pick<Levelled, 'loudness' | 'truePeak'>): boolean {
  return loudness > VOICE_LOUDNESS + NEAR_ENOUGH || truePeak > CEILING;
}

/** What a sound is, as it is. */
export function measured(samples: Samples, rate: Hertz): Levelled {
  const loudness = integratedLoudness([samples], rate);
  return { samples, loudness, truePeak: decibels(truePeakOf(samples)), gain: 0 };
}

function withGain(voice: Float32Array, gain: Decibels, rate: Hertz): Levelled {
  const samples = limited(scale(Float32Array.from(voice), 10 ** (gain / 20)), rate);
  return { ...measured(samples, rate), gain };
}

function limited(samples: Samples, rate: Hertz): Samples {
  const limiter = createLimiter(rate);
  const late = new Float32Array(samples.length + limiter.latency);
  late.set(samples);
  limiter.process(late, late, late, new Float32Array(late.length));
  return late.slice(limiter.latency);
}

function decibels(factor: number): Decibels {
  return 20 * Math.log10(factor);
}
