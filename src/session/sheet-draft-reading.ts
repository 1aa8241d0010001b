import * as v from 'valibot';
import { FASTEST_BREATH, SLOWEST_START } from './breath-limits.ts';
import { between, name } from './fields.ts';
import { settledSchema } from './preset-reading.ts';
import { readWith } from './reading.ts';
import { sheetSchema } from './sheet-reading.ts';
import type { SheetDraft } from './sheet-draft.ts';

const { label, intention, preferences, gates } = sheetSchema.entries;
const { likes, dislikes, avoid, eyes, languages } = preferences.entries;

export const personSchema = v.strictObject({
  ...{ label, intention, likes, dislikes, avoid, eyes, languages, gates },
  /** Breaths a minute, as they tapped them. */
  ownRate: v.optional(between(SLOWEST_START, FASTEST_BREATH)),
  /** Lines of somebody close that may be asked for. */
  anchors: v.optional(v.array(name), []),
});

const draftSchema = v.strictObject({
  v: v.literal(1),
  keptMs: v.number(),
  settled: settledSchema,
  person: personSchema,
  /** Items of the arrival list. */
  checked: v.array(name),
});

/** From a value that was stored; undefined where it is nothing this app knows. */
export function sheetDraftOf(value: unknown): SheetDraft | undefined {
  const read = readWith(draftSchema, value);
  return read.ok ? read.value : undefined;
}
