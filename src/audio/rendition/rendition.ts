import type { OwnId } from '#session/layers.ts';
import type { Timeline } from '#session/timeline.ts';
import { START, type Result, type Seconds } from '#session/units.ts';
import { ownBedsFrom, ownBellsFrom } from '../performance.ts';
import { renderUnlimited, type RenderParts } from '../render.ts';
import { LONGEST_WAV, type Format } from './formats.ts';
import { openWriting, type Writing } from './writing.ts';

/** A whole practice as one file, from its first sound to its last. */
export interface Rendition {
  readonly file: Blob;
  readonly format: Format;
  readonly timeline: Timeline;
}

/** Why there is none. */
export type RenditionProblem =
  | { readonly kind: 'cancelled' }
  /** Something broke that should not have. */
  | { readonly kind: 'not-rendered' }
  /** Here it would be a WAV, and larger than a phone holds: no longer than so many minutes. */
  | { readonly kind: 'too-long-here'; readonly minutes: number }
  /** Long own sounds are streamed, which only a device can play. */
  | { readonly kind: 'own-streamed'; readonly own: readonly OwnId[] };

export interface RenditionParts extends RenderParts {
  /** What it will be played by can play these. */
  readonly formats: readonly Format[];
  /** Hears how many seconds are ready, of how many the timeline has. */
  readonly onProgress: (ready: Seconds) => void;
  readonly signal: AbortSignal;
}

/**
 * Renders a timeline into one file: each piece on the audio side of this page, limited and encoded in a worker while the
 * next is rendered. At most two minutes of it are in memory as samples. Everything it needs has to be at hand already.
 */
export async function makeRendition(
  timeline: Timeline,
  parts: RenditionParts,
): Promise<Result<Rendition, RenditionProblem>> {
  const streamed = await streamedIn(timeline, parts);
  if (streamed.length > 0) return { ok: false, problem: { kind: 'own-streamed', own: streamed } };
  const writing = openWriting();
  parts.signal.addEventListener('abort', () => writing.close(), { once: true });
  try {
    return await write(writing, timeline, parts);
  } catch (cause) {
    if (parts.signal.aborted) return { ok: false, problem: { kind: 'cancelled' } };
    reportError(cause);
    return { ok: false, problem: { kind: 'not-rendered' } };
  } finally {
    writing.close();
  }
}

async function streamedIn(timeline: Timeline, { own }: RenditionParts): Promise<readonly OwnId[]> {
  const beds = [...new Set(ownBedsFrom(timeline, START))];
  await own?.load(beds, ownBellsFrom(timeline, START));
  return beds.filter((id) => own?.bed(id)?.kind === 'stream');
}

async function write(
  writing: Writing,
  timeline: Timeline,
  parts: RenditionParts,
): Promise<Result<Rendition, RenditionProblem>> {
  const { formats, onProgress, signal, bank } = parts;
  const format = await writing.begin(formats);
  if (format === 'wav' && timeline.to > LONGEST_WAV)
    return { ok: false, problem: { kind: 'too-long-here', minutes: LONGEST_WAV / 60 } };
  let ready: Seconds = 0;
  let taken: Promise<void> = Promise.resolve();
  for await (const piece of renderUnlimited(timeline, { from: START, to: timeline.to }, parts)) {
    signal.throwIfAborted();
    await taken;
    taken = writing.add(piece);
    taken.catch(() => undefined); // told where it is waited for
    ready += piece.left.length / bank.sampleRate;
    onProgress(ready);
  }
  await taken;
  return { ok: true, value: { file: await writing.finish(), format, timeline } };
}
