import * as v from 'valibot';
import { LATEST_VITALS, LONGEST_STAY, MOST_TAGS, MOST_VITALS, type ClinicTimes, type Tag } from './clinic.ts';
import { between, name } from './fields.ts';
import { ROUTES } from './plan.ts';
import { readWith } from './reading.ts';

const minute = v.pipe(between(1, LATEST_VITALS), v.integer());
const vitalsSchema = v.object({
  before: v.boolean(),
  minutes: v.pipe(
    v.array(minute),
    v.maxLength(MOST_VITALS),
    v.check((minutes) => minutes.every((each, nth) => nth === 0 || each > (minutes[nth - 1] ?? 0))),
  ),
  leaving: v.boolean(),
});
const timesSchema = v.object({
  vitals: v.object(v.entriesFromList(ROUTES, vitalsSchema)),
  stay: v.object(v.entriesFromList(ROUTES, between(0, LONGEST_STAY))),
});
const tagsSchema = v.pipe(
  v.array(v.object({ id: name, name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(40))) })),
  v.maxLength(MOST_TAGS),
);

/** What was kept of a clinic's times; undefined where it is nothing this app knows. */
export function timesOf(stored: unknown): ClinicTimes | undefined {
  const read = readWith(timesSchema, stored);
  return read.ok ? read.value : undefined;
}

/** The same for its tags. */
export function tagsOf(stored: unknown): readonly Tag[] | undefined {
  const read = readWith(tagsSchema, stored);
  return read.ok ? read.value : undefined;
}
