import { createHash } from 'node:crypto';

/** How the shipped voice is made. Any change of sound raises `version`, and so asks for every clip anew. */
export const recipe = {
  version: 'bdl-1',
  guide: 'bdl',
  language: 'en',
  sampleRate: 24_000,
  /** RHVoice: below a rate of 75 the words get unclear; calm comes from the rests. */
  speech: { rate: 78, pitch: 96 },
  rests: { comma: 0.45, sentence: 1.2 },
  /** What is kept around the spoken part, and the fades that make both ends silent. */
  edges: { before: 0.03, after: 0.15, fadeIn: 0.01, fadeOut: 0.08 },
  /** Room sound below the voice goes; a little less chest and a little more consonant. Nearly dry on purpose. */
  tone: 'highpass=f=75,equalizer=f=240:t=q:w=1:g=-1.5,equalizer=f=3200:t=q:w=1.2:g=1.5',
  loudness: -19,
  truePeak: -3,
  bitrate: '48k',
} as const;

/** Says whether a clip still speaks the words as they are written now. */
export function textHash(text: string): string {
  return createHash('sha256')
    .update(`${recipe.version}\n${text.normalize('NFC')}`)
    .digest('hex')
    .slice(0, 16);
}

export interface Phrase {
  readonly text: string;
  /** Seconds of silence before the next phrase. */
  readonly rest: number;
}

/**
 * A line, cut where a calm speaker would rest. RHVoice itself passes over most commas,
 * so every phrase is spoken alone and the silence between them is ours.
 */
export function phrasesOf(text: string): Phrase[] {
  const parts = text.match(/[^,;:.?]+[,;:.?]*/g) ?? [];
  return parts.map((part, nth) => {
    const spoken = part.trim();
    const isLast = nth === parts.length - 1;
    const endsSentence = /[.?]$/.test(spoken);
    return { text: spoken, rest: isLast ? 0 : endsSentence ? recipe.rests.sentence : recipe.rests.comma };
  });
}
