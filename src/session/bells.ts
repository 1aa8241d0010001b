import type { InferInput, InferOutput } from 'valibot';
import type { bellsSchema } from './bells-reading.ts';
import { thrown } from './thrown.ts';
import type { Seconds, SessionTime, Span } from './units.ts';

export type Bells = Readonly<InferOutput<typeof bellsSchema>>;
export type BellsInput = Readonly<InferInput<typeof bellsSchema>>;

export const RINGS = ['as-planned', 'never', 'at-times', 'every', 'random'] as const;
export type Ring = (typeof RINGS)[number];

/** One moment at which a program rings. */
export interface Moment {
  readonly name: string;
  readonly at: Seconds;
}

/** At random a bell keeps this share of its window clear at either side: two are never closer than twice that. */
const EDGE = 0.1;

/**
 * When a program rings within a span that ends, in order. Counted from the beginning of the session, whatever the
 * phases do [K2]; nothing for bells that are the phases' own.
 */
export function ringing(bells: Bells, { from, to }: Span): Moment[] {
  switch (bells.ring) {
    case 'at-times':
      return bells.at
        .map((at, nth) => ({ name: `at-${nth}`, at }))
        .filter(({ at }) => from <= at && at < to)
        .sort((a, b) => a.at - b.at);
    case 'every':
      return counted(bells.minutes * 60, from, to, (nth, length) => ({
        name: `every-${nth}`,
        at: nth * length,
      })).filter(({ at }) => at > 0);
    case 'random':
      return counted(bells.minutes * 60, from, to, (nth, length) => ({
        name: `window-${nth}`,
        at: tenths((nth + EDGE + (1 - 2 * EDGE) * thrown(bells.seed, nth)) * length),
      }));
    default:
      return [];
  }
}

/** One moment for each stretch of `length` seconds, as far as they fall into the span. */
function counted(
  length: Seconds,
  from: SessionTime,
  to: SessionTime,
  momentOf: (nth: number, length: Seconds) => Moment,
): Moment[] {
  const first = Math.floor(from / length);
  const all = Array.from({ length: Math.ceil(to / length) - first }, (_, nth) =>
    momentOf(first + nth, length),
  );
  return all.filter(({ at }) => from <= at && at < to);
}

function tenths(seconds: Seconds): Seconds {
  return Math.round(seconds * 10) / 10;
}
