import * as v from 'valibot';
import { level } from './fields.ts';
import { BUSES } from './layers.ts';
import { bedSchema, ownSchema } from './plan-reading.ts';
import { readWith } from './reading.ts';

const mixSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
  beds: v.pipe(v.array(bedSchema), v.maxLength(6)),
  levels: v.strictObject(v.entriesFromList(BUSES, level)),
  /** The own sounds among the beds; mixes of older versions have none. */
  own: v.optional(v.pipe(v.array(ownSchema), v.maxLength(6)), []),
});

/** Beds with their levels, and the level of each bus, kept under a name. */
export type OwnMix = Readonly<v.InferOutput<typeof mixSchema>>;

/** From a value that was stored; undefined where it is nothing this app knows. */
export function ownMixOf(value: unknown): OwnMix | undefined {
  const read = readWith(mixSchema, value);
  return read.ok ? read.value : undefined;
}
