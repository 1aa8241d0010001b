import * as v from 'valibot';
import { between, name, text } from './fields.ts';
import { readWith } from './reading.ts';
import type { SaidBy } from './said-by.ts';

const lineSchema = v.object({
  text,
  duration: between(0, 600),
  unspoken: v.optional(v.literal(true)),
});

/** Other versions may know more about a guide: what is not understood here is left aside. */
const saidBySchema = v.object({
  id: name,
  name: v.optional(v.pipe(v.string(), v.maxLength(80))),
  lines: v.record(name, lineSchema),
});

/** From a value that was stored; undefined where it is nothing this app knows. */
export function saidByOf(value: unknown): SaidBy | undefined {
  const read = readWith(saidBySchema, value);
  return read.ok ? (read.value as SaidBy) : undefined;
}
