import {
  spokenLines,
  transcriptText,
  webVtt,
  type SpokenLine,
  type TranscriptWords,
} from '#session/transcript.ts';
import type { LiveSession } from './live-session.svelte.ts';
import { sessionName } from './session-name.ts';

/** To be read, or to go with a recording of the session. */
export const TRANSCRIPT_KINDS = ['text', 'webvtt'] as const;
export type TranscriptKind = (typeof TRANSCRIPT_KINDS)[number];

/** What was said in a session so far, as it could be heard. */
export function linesSaid(live: LiveSession): readonly SpokenLine[] {
  const until = live.ended ? live.timeline.to : live.position;
  return spokenLines(live.timeline, live.guide, {
    until,
    missing: new Set(live.sound.faults.map(({ cue }) => cue)),
  });
}

/** A transcript as a file: `undertone-2026-11-22-1405.vtt` for a session that began then, `undertone-iv.vtt` for a plan. */
export function transcriptFile(
  kind: TranscriptKind,
  lines: readonly SpokenLine[],
  words: TranscriptWords,
  of: { readonly beganMs: number } | { readonly id: string },
): { readonly name: string; readonly type: string; readonly text: string } {
  const name = 'id' in of ? `undertone-${of.id}` : sessionName(of.beganMs);
  return kind === 'webvtt'
    ? { name: `${name}.vtt`, type: 'text/vtt', text: webVtt(lines, words) }
    : { name: `${name}.txt`, type: 'text/plain', text: transcriptText(lines, words) };
}
