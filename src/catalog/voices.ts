import { clipUrlIn, durationIn } from './voice.ts';
import bdl from './voice-en-bdl.json' with { type: 'json' };

// The lines of sessions, as the shipped guide speaks them. Those of practices are in `all-voices.ts`.

/** The guide that is shipped: a rendered voice, and the app says so. */
export const shippedGuide = { guide: bdl.guide, language: bdl.language };

/** In seconds, of the decoded file; nothing for a line of no session. */
export function durationOfLine(lineId: string): number | undefined {
  return durationIn(bdl, lineId);
}

/** Relative to the page; nothing for a line of no session. */
export function clipUrl(lineId: string): string | undefined {
  return clipUrlIn(bdl, lineId);
}

export function voicedLines(): readonly string[] {
  return Object.keys(bdl.seconds);
}
