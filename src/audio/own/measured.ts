import type { Decibels, Hertz, Seconds } from '#session/units.ts';
import type { Loudness } from './sound-meter.ts';

/** What is found out about a sound that somebody brings along. */
export interface Measured extends Loudness {
  readonly seconds: Seconds;
  readonly channels: number;
  readonly sampleRate: Hertz;
}

/** Why a file cannot be taken in. */
export type Unreadable =
  | {
      readonly kind:
        'not-audio' | 'damaged' | 'silent' | 'too-big' | 'too-long' | 'too-short' | 'too-many-channels';
    }
  /** This browser has no way to decode it; `formats` are those it has one for. */
  | { readonly kind: 'unreadable-here'; readonly formats: readonly string[] }
  /** Here files are decoded whole, and this one would not fit. */
  | { readonly kind: 'too-long-here'; readonly minutes: number }
  | { readonly kind: 'cancelled' };

/** The largest file, in bytes, and the longest sound. */
export const LARGEST_FILE = 1024 ** 3;
export const LONGEST: Seconds = 4 * 3600;
/** Shorter than this it is a click. */
export const SHORTEST: Seconds = 0.2;

/** A bed lies at this loudness as it is made, a bell at that; LUFS. */
const BED_LOUDNESS = -28;
const BELL_LOUDNESS = -23;
/** Nothing is raised so far that its peaks come above this; dBTP. */
const HIGHEST_PEAK = -3;

/** By how much a sound is turned up or down to be as loud as what is made here: no file may be loud. */
export function ownGain({ loudness, truePeak }: Loudness, as: 'bed' | 'bell'): Decibels {
  return Math.min((as === 'bed' ? BED_LOUDNESS : BELL_LOUDNESS) - loudness, HIGHEST_PEAK - truePeak);
}
