import * as v from 'valibot';
import { between, name, text } from './fields.ts';
import { readWith } from './reading.ts';
import type { SaidBy } from './said-by.ts';

const lineSchema = v.object({
  text,
  duration: between(0, 600),
  unspoken: v.optional(v.literal(true)),
});

const anchorSchema = v.object({
  id: name,
  title: v.pipe(v.string(), v.maxLength(80)),
  speaker: v.pipe(v.string(), v.maxLength(80)),
  text,
  duration: between(0, 600),
});

/** Other versions may know more about a guide: what is not understood here is left aside. */
const saidBySchema = v.object({
  id: name,
  name: v.optional(v.pipe(v.string(), v.maxLength(80))),
  lines: v.record(name, lineSchema),
  anchors: v.optional(v.array(anchorSchema)),
});

/** From a value that was stored; undefined where it is nothing this app knows. */
export function saidByOf(value: unknown): SaidBy | undefined {
  const read = readWith(saidBySchema, value);
  return read.ok ? (read.value as SaidBy) : undefined;
}
