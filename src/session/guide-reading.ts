import * as v from 'valibot';
import { anchorEntries } from './anchor-reading.ts';
import { between, called, name, spokenWords, wallMs } from './fields.ts';
import { misfit, type Misfit } from './misfit.ts';
import { readWith } from './reading.ts';
import type { Result } from './units.ts';

/** What is known of one recorded line; its sound is `clips/<line>.wav` beside the manifest. */
const recordingSchema = v.object({
  /** The words as they were when it was recorded. */
  text: spokenWords,
  /** As measured when it was recorded; the sound itself decides. */
  seconds: v.optional(between(0, 60), 0),
  recordedMs: v.optional(wallMs, 0),
});

/** `manifest.json` of a guide that goes out as one file. */
export const guideSchema = v.object({
  format: v.literal('undertone-guide'),
  version: v.literal(1),
  name: called,
  language: v.literal('en'),
  /** Who says what is not recorded: the shipped voice, or nobody. */
  gaps: v.picklist(['shipped', 'left-out']),
  lines: v.record(name, recordingSchema),
});

/** `manifest.json` of lines of somebody close; the sound of each is `clips/<id>.wav`. */
export const anchorFileSchema = v.object({
  format: v.literal('undertone-anchor-lines'),
  version: v.literal(1),
  lines: v.pipe(v.array(v.object(anchorEntries)), v.maxLength(100)),
});

export type GuideManifest = v.InferOutput<typeof guideSchema>;
export type AnchorManifest = v.InferOutput<typeof anchorFileSchema>;

/** What a guide's file says of itself, or the first thing that does not fit. */
export function guideManifestOf(value: unknown): Result<GuideManifest, Misfit> {
  return readWith(guideSchema, value);
}

/** The same for a file of lines of somebody close. */
export function anchorManifestOf(value: unknown): Result<AnchorManifest, Misfit> {
  const read = readWith(anchorFileSchema, value);
  if (!read.ok) return read;
  const ids = read.value.lines.map(({ id }) => id);
  const again = ids.findIndex((id, nth) => ids.indexOf(id) < nth);
  return again < 0
    ? read
    : { ok: false, problem: misfit(`lines[${again}].id`, 'each line once', ids[again]) };
}
