import * as v from 'valibot';
import { BEDS, type OwnId } from './layers.ts';
import { shownOf, shownWords } from './shown.ts';

// What the fields of several documents may hold.

export const between = (least: number, most: number) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most));
export const name = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'a short name of small letters, digits, dots and dashes'),
);
export const text = v.pipe(v.string(), v.maxLength(65_536));
/** What somebody called something; what nobody sees of it is left out [F9]. */
export const called = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(80),
  v.transform(shownOf),
  v.minLength(1),
);
/** The words of a spoken line, for captions; the same. */
export const spokenWords = v.pipe(v.string(), v.maxLength(1000), v.transform(shownWords));
/** dB relative to the sound as it was made; −80 is silence. */
export const level = between(-80, 6);
/** Milliseconds since 1970, as far as dates go. */
export const wallMs = between(0, 8.64e15);

const OWN = 'own\\.[a-z0-9][a-z0-9.-]{0,59}';

export const ownId = v.pipe(
  v.string(),
  v.regex(new RegExp(`^${OWN}$`), 'the id of an own sound, such as "own.k3x9"'),
) as v.GenericSchema<OwnId>;

/** One of these, or an own sound. */
export const ownOr = <Id extends string>(ids: readonly Id[]) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^(${ids.join('|')}|${OWN})$`), `${ids.join(', ')} or the id of an own sound`),
  ) as v.GenericSchema<Id | OwnId>;

/** What a bed may be made of. */
export const bedSound = ownOr(BEDS);
