import { clipUrlIn, durationIn } from './voice.ts';
import bdl from './voice-en-bdl.practice.json' with { type: 'json' };
import { clipUrl, durationOfLine, voicedLines } from './voices.ts';

// All the shipped guide speaks, practices included. Not for the first screen, which needs sessions alone (`voices.ts`).

/** In seconds, of the decoded file. Takes any line id, of a session or a practice. */
export function durationOfAnyLine(lineId: string): number | undefined {
  return durationOfLine(lineId) ?? durationIn(bdl, lineId);
}

/** Relative to the page. Takes any line id, of a session or a practice. */
export function anyClipUrl(lineId: string): string | undefined {
  return clipUrl(lineId) ?? clipUrlIn(bdl, lineId);
}

export function allVoicedLines(): readonly string[] {
  return [...voicedLines(), ...Object.keys(bdl.seconds)];
}
