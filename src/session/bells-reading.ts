import * as v from 'valibot';

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
