import type { EventBody } from './log.ts';

/** What is typed in figures; sedation is tapped, the note is written. */
export const TYPED = ['systolic', 'diastolic', 'pulse', 'spo2'] as const;
export type Typed = (typeof TYPED)[number];

/** One measurement, as far as it was made: mmHg, beats a minute, per cent, 0 to 5. */
export type Vitals = Omit<EventBody & { readonly type: 'vitals-recorded' }, 'type' | 'corrects'>;

interface Range {
  readonly least: number;
  readonly most: number;
}

/** What the log takes at all; the same as its schema. */
export const POSSIBLE: Readonly<Record<Typed, Range>> = {
  systolic: { least: 20, most: 300 },
  diastolic: { least: 10, most: 250 },
  pulse: { least: 10, most: 300 },
  spo2: { least: 30, most: 100 },
};

/** Outside of these a slip of the finger is likelier than the number: the only reason to ask. Says nothing about anybody's health. */
const LIKELY: Readonly<Record<Typed, Range>> = {
  systolic: { least: 50, most: 260 },
  diastolic: { least: 25, most: 160 },
  pulse: { least: 25, most: 220 },
  spo2: { least: 50, most: 100 },
};

const lies = (value: number, { least, most }: Range) => value >= least && value <= most;

/** Asks about a number that looks like a slip: what may have been meant, and whether it can be kept as it is. */
export interface Doubt {
  readonly typed: Typed;
  readonly value: number;
  readonly meant: number | undefined;
  readonly canStay: boolean;
}

/** A digit too few or too many, or the two pressures the wrong way round [CK11]. */
export function doubtsAbout(vitals: Vitals): readonly Doubt[] {
  const slips = TYPED.flatMap((typed): Doubt[] => {
    const value = vitals[typed];
    if (value === undefined || lies(value, LIKELY[typed])) return [];
    const meant = slipsOf(value).find((other) => lies(other, LIKELY[typed]));
    return [{ typed, value, meant, canStay: lies(value, POSSIBLE[typed]) }];
  });
  const { systolic, diastolic } = vitals;
  if (slips.length > 0 || systolic === undefined || diastolic === undefined || systolic > diastolic)
    return slips;
  return [{ typed: 'systolic', value: systolic, meant: diastolic, canStay: true }];
}

/** The same number with a nought that was forgotten, or without a digit that was too much. */
function slipsOf(value: number): number[] {
  const digits = String(value);
  const shorter = [...digits].map((_, nth) => Number(digits.slice(0, nth) + digits.slice(nth + 1)));
  return [value * 10, ...shorter.reverse()];
}

/** Whether no further digit could follow: then the next field comes by itself. */
export function isWhole(typed: Typed, digits: string): boolean {
  return digits.length > 0 && Number(`${digits}0`) > POSSIBLE[typed].most;
}
