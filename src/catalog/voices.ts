import bdl from './voice-en-bdl.json' with { type: 'json' };

/** A recorded or rendered line, as its file was measured. */
export interface Clip {
  /** Relative to the page. */
  readonly url: string;
  /** Seconds. */
  readonly duration: number;
  /** LUFS. */
  readonly loudness: number;
  /** dBTP. */
  readonly truePeak: number;
  readonly bytes: number;
  /** Of the words it speaks, so that words and clip cannot part unnoticed. */
  readonly textHash: string;
}

/** The guide that is shipped: a rendered voice, and the app says so. */
export const shippedGuide = { guide: bdl.guide, language: bdl.language };

const clips: Readonly<Record<string, Clip>> = bdl.lines;

/** Takes any line id: plans come from outside, and a line without a clip is an answer, not an error. */
export function clipOfLine(lineId: string): Clip | undefined {
  return Object.hasOwn(clips, lineId) ? clips[lineId] : undefined;
}

/** Seconds. */
export function durationOfLine(lineId: string): number | undefined {
  return clipOfLine(lineId)?.duration;
}

export function voicedLines(): readonly string[] {
  return Object.keys(clips);
}
