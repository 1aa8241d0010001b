import { SILENCE, type Decibels } from './units.ts';

/** What a knob shows, 0 to 100. */
export type Volume = number;

/** The person's knob as a level: 100 leaves a sound as it was made, half is 12 dB less, 0 is silence. */
export function levelOfVolume(volume: Volume): Decibels {
  return volume <= 0 ? SILENCE : Math.max(SILENCE, 40 * Math.log10(Math.min(100, volume) / 100));
}

/** The nearest knob position for a level. */
export function volumeOfLevel(level: Decibels): Volume {
  return level <= SILENCE ? 0 : Math.round(Math.min(100, 100 * 10 ** (level / 40)));
}

/** A level that stays under the ceiling somebody set; without one it is as it was. */
export function underCeiling(level: Decibels, ceiling: Decibels | undefined): Decibels {
  return ceiling === undefined ? level : Math.max(SILENCE, Math.min(level, ceiling));
}
