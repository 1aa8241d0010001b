import * as v from 'valibot';
import { BEDS, type BedSound } from './layers.ts';

// What the fields of several documents may hold.

export const between = (least: number, most: number) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most));
export const name = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'a short name of small letters, digits, dots and dashes'),
);
export const text = v.pipe(v.string(), v.maxLength(65_536));
/** dB relative to the sound as it was made; −80 is silence. */
export const level = between(-80, 6);
/** What a bed may be made of. */
export const bedSound = v.pipe(
  v.string(),
  v.regex(
    new RegExp(`^(${BEDS.join('|')}|own\\.[a-z0-9][a-z0-9.-]{0,59})$`),
    `${BEDS.join(', ')} or the id of an own sound`,
  ),
) as v.GenericSchema<BedSound>;
