import * as v from 'valibot';
import { DIMNESS, SHOWN, type Look } from './patient-look.ts';
import { readWith } from './reading.ts';

export const lookSchema = v.strictObject({
  shows: v.picklist(SHOWN),
  captions: v.boolean(),
  dim: v.picklist(DIMNESS),
  still: v.boolean(),
});

/** The look that was kept, and for which session the screen was locked in it; by when that began. */
export interface KeptView {
  readonly look: Look;
  readonly lockedFor?: number | undefined;
  /** For which session somebody has chosen what is shown; by when that began. */
  readonly chosenFor?: number | undefined;
}

const keptSchema = v.object({
  look: lookSchema,
  lockedFor: v.optional(v.number()),
  chosenFor: v.optional(v.number()),
});

export function keptViewOf(stored: unknown): KeptView | undefined {
  const read = readWith(keptSchema, stored);
  return read.ok ? read.value : undefined;
}
