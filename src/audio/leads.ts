import type { Seconds } from '#session/units.ts';

/** A change is written this far ahead of the audio clock, so that it is in place when its moment comes. */
export const CHANGE_LEAD: Seconds = 0.06;
