import * as v from 'valibot';
import { dayRead, daysFrom } from './calendar.ts';
import { between, name } from './fields.ts';
import {
  LONGEST_NOTE,
  LONGEST_RHYTHM,
  MOST_BEFORE,
  MOST_PLANNED,
  type PracticePlan,
} from './practice-plan.ts';
import { PRACTICES } from './practices/shape.ts';
import { readWith } from './reading.ts';

const whole = (least: number, most: number) => v.pipe(between(least, most), v.integer());
const day = v.pipe(
  v.string(),
  v.check((text) => dayRead(text) !== undefined),
);
const rhythm = v.variant('kind', [
  v.pipe(
    v.object({ kind: v.literal('daily'), from: day, until: day }),
    v.check(({ from, until }) => from <= until && daysFrom(from, until) < LONGEST_RHYTHM),
  ),
  v.object({ kind: v.literal('before'), days: whole(1, MOST_BEFORE) }),
  v.object({ kind: v.literal('after'), days: whole(1, MOST_BEFORE) }),
]);
const planned = v.object({
  id: name,
  practice: v.picklist(PRACTICES),
  minutes: whole(1, 60),
  time: whole(0, 24 * 60 - 1),
  rhythm,
  note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
  revision: whole(0, 1_000_000),
});
const schema = v.object({
  v: v.literal(1),
  session: v.optional(day),
  practices: v.pipe(v.array(planned), v.maxLength(MOST_PLANNED)),
});

/** What was kept of a plan [PP2]; undefined where it is nothing this app knows. */
export function practicePlanOf(stored: unknown): PracticePlan | undefined {
  const read = readWith(schema, stored);
  return read.ok ? read.value : undefined;
}
