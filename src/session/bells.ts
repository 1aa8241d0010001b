import * as v from 'valibot';
import { thrown } from './thrown.ts';
import type { Seconds, SessionTime, Span } from './units.ts';

const minutes = (least: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(60));
/** Seconds from the beginning of the session. */
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(48 * 3600));
const seed = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));
/** A bell to begin and a bell to end with, beside whatever else rings. */
const ends = { start: v.optional(v.boolean(), false), end: v.optional(v.boolean(), false) };
const soft = v.optional(v.boolean(), true);

/** When bells ring: as the phases say, never, at given times, or by a rule. */
export const bellsSchema = v.variant('ring', [
  v.strictObject({ ring: v.literal('as-planned'), ...ends }),
  v.strictObject({ ring: v.literal('never'), ...ends }),
  v.strictObject({
    ring: v.literal('at-times'),
    at: v.pipe(v.array(moment), v.minLength(1), v.maxLength(100)),
    soft,
    ...ends,
  }),
  v.strictObject({ ring: v.literal('every'), minutes: minutes(0.5), soft, ...ends }),
  /** One bell in each window of so many minutes; the seed decides where, the same at every hearing. */
  v.strictObject({ ring: v.literal('random'), minutes: minutes(1), seed, soft, ...ends }),
]);

export type Bells = Readonly<v.InferOutput<typeof bellsSchema>>;
export type BellsInput = Readonly<v.InferInput<typeof bellsSchema>>;

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
