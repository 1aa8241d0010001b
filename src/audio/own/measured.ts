import type { Decibels, Hertz, Result, Seconds } from '#session/units.ts';
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
        | ('not-audio' | 'damaged' | 'silent' | 'too-big' | 'too-long' | 'too-short')
        | ('too-many-channels' | 'odd-rate');
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
const SHORTEST: Seconds = 0.2;

/** What every browser plays, in samples a second (Web Audio asks for 8,000 upwards; Chromium goes up to 768,000). */
const SLOWEST_RATE: Hertz = 8_000;
const FASTEST_RATE: Hertz = 768_000;
/** What is louder than the loudest that a converter gives is no sound, but numbers that went astray; dBTP. */
const LOUDEST: Decibels = 40;

/** What stands against a sound by its header alone. */
export function headerProblem(channels: number, sampleRate: Hertz): Unreadable | undefined {
  if (!(channels >= 1)) return { kind: 'damaged' };
  if (channels > 2) return { kind: 'too-many-channels' };
  return sampleRate >= SLOWEST_RATE && sampleRate <= FASTEST_RATE ? undefined : { kind: 'odd-rate' };
}

/**
 * The verdict on what was measured. Samples of floating point can be anything, also nothing that is a number: one of those
 * is enough to silence every filter it comes through for good.
 */
export function judged({ seconds, loudness, truePeak, ...rest }: Measured): Result<Measured, Unreadable> {
  if (Number.isNaN(truePeak) || truePeak > LOUDEST) return { ok: false, problem: { kind: 'damaged' } };
  if (seconds < SHORTEST) return { ok: false, problem: { kind: 'too-short' } };
  if (!Number.isFinite(loudness)) return { ok: false, problem: { kind: 'silent' } };
  return { ok: true, value: { seconds, loudness, truePeak, ...rest } };
}

/** A bed lies at this loudness as it is made, a bell at that; LUFS. */
const BED_LOUDNESS = -28;
const BELL_LOUDNESS = -23;
/** Nothing is raised so far that its peaks come above this; dBTP. */
const HIGHEST_PEAK = -3;

/** By how much a sound is turned up or down to be as loud as what is made here: no file may be loud. */
export function ownGain({ loudness, truePeak }: Loudness, as: 'bed' | 'bell'): Decibels {
  return Math.min((as === 'bed' ? BED_LOUDNESS : BELL_LOUDNESS) - loudness, HIGHEST_PEAK - truePeak);
}
