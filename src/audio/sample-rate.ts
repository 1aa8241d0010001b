import type { Hertz } from '#session/units.ts';

/** All sounds are made and measured at this rate; asking for it spares every clip a second conversion. */
export const SAMPLE_RATE: Hertz = 48_000;
