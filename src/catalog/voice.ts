/** What the scripts write down of a rendered voice: which lines it speaks, and how long each takes. */
export interface Voice {
  readonly guide: string;
  readonly language: string;
  /** By line id, in seconds of the decoded file. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** Takes any line id: plans come from outside, and a line without a clip is an answer, not an error. */
export function durationIn({ seconds }: Voice, lineId: string): number | undefined {
  return Object.hasOwn(seconds, lineId) ? seconds[lineId] : undefined;
}

/** Relative to the page. */
export function clipUrlIn(voice: Voice, lineId: string): string | undefined {
  return durationIn(voice, lineId) === undefined
    ? undefined
    : `audio/voice/${voice.language}/${voice.guide}/${lineId}.mp3`;
}
