import type { State } from './state.ts';
import type { Decibels, Seconds } from './units.ts';

/**
 * What the sound comes out of has changed, by what the device tells: a tablet's loudspeaker may be in the place of
 * headphones, or another pair, far louder than the one that was checked. Until somebody has looked all is so much softer,
 * and never silent [L9].
 */
const OUTPUT_DROP: Decibels = -20;
export const OUTPUT_DROP_TIME: Seconds = 0.05;

/** What that takes from every bus. */
export function unsureBy({ outputUnsure }: State): Decibels {
  return outputUnsure ? OUTPUT_DROP : 0;
}
