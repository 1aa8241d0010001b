import * as v from 'valibot';
import { anchorEntries } from './anchor-reading.ts';
import { between, name, wallMs } from './fields.ts';
import type { Misfit } from './misfit.ts';
import { readWith } from './reading.ts';
import type { Result } from './units.ts';

/** What is known of one recorded line; its sound is `clips/<line>.wav` beside the manifest. */
const recordingSchema = v.object({
  /** The words as they were when it was recorded. */
  text: v.pipe(v.string(), v.maxLength(1000)),
  /** As measured when it was recorded; the sound itself decides. */
  seconds: v.optional(between(0, 60), 0),
  recordedMs: v.optional(wallMs, 0),
});

/** `manifest.json` of a guide that goes out as one file. */
export const guideSchema = v.object({
  format: v.literal('undertone-guide'),
  version: v.literal(1),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
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
  return readWith(anchorFileSchema, value);
}
