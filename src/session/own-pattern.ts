import * as v from 'valibot';
import { isTooFast } from './breath-limits.ts';
import type { Breathing } from './breath.ts';
import type { Seconds } from './units.ts';

/** A part of somebody's own pattern: in steps of a tenth of a second. */
export const SHORTEST_PART: Seconds = 0.5;
export const LONGEST_PART: Seconds = 30;
export const PART_STEP: Seconds = 0.1;
export const LONGEST_NAME = 40;

const part = v.pipe(
  v.number(),
  v.minValue(SHORTEST_PART),
  v.maxValue(LONGEST_PART),
  v.check((length) => length === tenth(length)),
);
/** Holds and the top-up may be none. */
const optionalPart = v.union([v.literal(0), part]);

const ownPatternSchema = v.strictObject({
  v: v.literal(1),
  id: v.string(),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_NAME)),
  pattern: v.strictTuple([part, optionalPart, part, optionalPart]),
  topUp: optionalPart,
});

/** A pattern that somebody made and named. */
export interface OwnPattern extends Breathing {
  readonly v: 1;
  readonly id: string;
  readonly name: string;
  readonly topUp: Seconds;
}

/** What stands against keeping a pattern as it is. */
export type PatternProblem = 'no-name' | 'too-fast';

/** A value from storage as a pattern; undefined where it is none, or one that may not be led. */
export function ownPatternOf(value: unknown): OwnPattern | undefined {
  const read = v.safeParse(ownPatternSchema, value);
  return read.success && !isTooFast(read.output) ? read.output : undefined;
}

/** Parts cannot be out of their bounds, for `steppedPart` keeps them there; a name and a pace can [B9]. */
export function patternProblem(draft: Breathing & { readonly name: string }): PatternProblem | undefined {
  if (isTooFast(draft)) return 'too-fast';
  return draft.name.trim() === '' ? 'no-name' : undefined;
}

/** A part some steps longer or shorter, within its bounds. One that may be none goes from the shortest to none and back. */
export function steppedPart(length: Seconds, by: Seconds, optional: boolean): Seconds {
  const wanted = tenth(length + by);
  if (wanted >= SHORTEST_PART) return Math.min(LONGEST_PART, wanted);
  if (!optional) return SHORTEST_PART;
  return by > 0 ? SHORTEST_PART : 0;
}

function tenth(length: Seconds): Seconds {
  return Math.round(length * 10) / 10;
}
