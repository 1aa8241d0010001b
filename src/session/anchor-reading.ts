import * as v from 'valibot';
import { between, called, spokenWords, wallMs } from './fields.ts';
import { readWith } from './reading.ts';

/** What is known of a line of somebody's own or of somebody close, without its sound. */
export const anchorEntries = {
  id: v.pipe(
    v.string(),
    v.regex(/^anchor-line\.[a-z0-9][a-z0-9.-]{0,50}$/, 'an id such as "anchor-line.k3x9"'),
  ),
  /** What it is called in lists. */
  name: called,
  /** Who speaks. */
  speaker: called,
  /** The words, for captions. */
  text: v.pipe(v.string(), v.minLength(1), spokenWords, v.minLength(1)),
  madeMs: v.optional(wallMs, 0),
  /** When it was noted that who speaks agrees; without it the line is not played. */
  consentMs: v.optional(wallMs),
};

const keptSchema = v.object({ ...anchorEntries, seconds: between(0, 60), sound: v.instance(ArrayBuffer) });

/** A line with its sound, a WAV file, as it is kept on the device. */
export type KeptAnchor = Readonly<v.InferOutput<typeof keptSchema>>;

/** From a value that was stored; undefined where it is nothing this app knows. */
export function keptAnchorOf(value: unknown): KeptAnchor | undefined {
  const read = readWith(keptSchema, value);
  return read.ok ? read.value : undefined;
}
