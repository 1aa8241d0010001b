import { createHash } from 'node:crypto';

/** How the shipped voice is made. Any change of sound raises `version`, and so asks for every clip anew. */
export const recipe = {
  version: 'bdl-2',
  guide: 'bdl',
  language: 'en',
  sampleRate: 24_000,
  /** RHVoice: below a rate of 75 the words get unclear; calm comes from the rests. */
  speech: { rate: 78, pitch: 96 },
  rests: { comma: 0.45, sentence: 1.2, breath: 0.22 },
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

/** Where a long phrase may be divided without hurting its sense, and from how many words on. */
const JOINTS = new Set(['and', 'or', 'than', 'until', 'when', 'where', 'that', 'as', 'for']);
const LONG_PHRASE = 8;
const LEAST_WORDS = 3;

/**
 * A line, cut where a calm speaker would rest. RHVoice itself passes over most commas and hurries
 * through long phrases, so every phrase is spoken alone and the silence between them is ours.
 */
export function phrasesOf(text: string): Phrase[] {
  const parts = text.match(/[^,;:.?]+[,;:.?]*/g) ?? [];
  return parts.flatMap((part, nth) => {
    const spoken = part.trim();
    const isLast = nth === parts.length - 1;
    const { comma, sentence } = recipe.rests;
    return divided({ text: spoken, rest: isLast ? 0 : /[.?]$/.test(spoken) ? sentence : comma });
  });
}

/** A long phrase in two, at the joint nearest to its middle. */
function divided({ text, rest }: Phrase): Phrase[] {
  const words = text.split(' ');
  const fromMiddle = (at: number) => Math.abs(at - words.length / 2);
  const joint = words
    .map((_, at) => at)
    .filter((at) => at >= LEAST_WORDS && words.length - at >= LEAST_WORDS && JOINTS.has(words[at] ?? ''))
    .sort((one, other) => fromMiddle(one) - fromMiddle(other))[0];
  if (words.length < LONG_PHRASE || joint === undefined) return [{ text, rest }];
  return [
    { text: words.slice(0, joint).join(' '), rest: recipe.rests.breath },
    { text: words.slice(joint).join(' '), rest },
  ];
}
