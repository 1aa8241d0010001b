import bdl from './voice-en-bdl.json' with { type: 'json' };

/** The guide that is shipped: a rendered voice, and the app says so. */
export const shippedGuide = { guide: bdl.guide, language: bdl.language };

const seconds: Readonly<Record<string, number>> = bdl.seconds;

/** In seconds, of the decoded file. Takes any line id: plans come from outside, and a line without a clip is an answer, not an error. */
export function durationOfLine(lineId: string): number | undefined {
  return Object.hasOwn(seconds, lineId) ? seconds[lineId] : undefined;
}

/** Relative to the page. */
export function clipUrl(lineId: string): string | undefined {
  return durationOfLine(lineId) === undefined
    ? undefined
    : `audio/voice/${bdl.language}/${bdl.guide}/${lineId}.mp3`;
}

export function voicedLines(): readonly string[] {
  return Object.keys(seconds);
}
