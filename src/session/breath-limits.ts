import { breathLength, type Breathing } from './breath.ts';
import { INSTANT, type Seconds } from './units.ts';

/** No fast breathing anywhere: no whole breath is shorter than this. */
export const SHORTEST_BREATH: Seconds = 3;
/** The same as a rate. Whoever breathes faster is begun with at this. */
export const FASTEST_BREATH = 60 / SHORTEST_BREATH;
/** A breath of half a minute: nobody's own is slower, and no ramp has anything to slow down there. */
export const SLOWEST_START = 2;

/** Whether a whole breath is shorter than any may be [B8]. */
export function isTooFast(breathing: Breathing): boolean {
  return breathLength(breathing) < SHORTEST_BREATH - INSTANT;
}
