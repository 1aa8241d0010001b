import { EXTENDED_EXHALE } from '../breath-patterns.ts';
import type { ChosenBreath } from '../breath.ts';
import { LONGEST_SILENCES, type Passage } from '../pacing.ts';
import type { Plan } from '../plan.ts';
import { DEFAULT_SOUND, type BreathInput, type SoundChoices } from '../routes/shape.ts';
import { WHOLE_BODY, type ScanChoices } from '../scan.ts';
import type { Decibels, Seconds } from '../units.ts';
import type { ScriptLine } from './script-line.ts';

export const PRACTICES = [
  'body-scan',
  'breath',
  'breath-awareness',
  'loving-kindness',
  'grounding',
  'sounds',
  'bed-time',
] as const;
export type PracticeId = (typeof PRACTICES)[number];

/** What is chosen before a practice; each practice reads what concerns it. */
export interface PracticeChoices extends SoundChoices {
  /** From the first sound to the last. */
  readonly minutes: number;
  /** Between two lines. */
  readonly longestSilence: Seconds;
  /** Which of many wordings: another number is another practice of the same kind. */
  readonly take: number;
  readonly scan: ScanChoices;
  /** The breath to follow, where there is one. */
  readonly breath: ChosenBreath;
}

/** A stretch of a practice, and what may be said in it, in order. */
export interface Part {
  readonly phase: string;
  readonly title: string;
  readonly passages: readonly Passage[];
  /** The tone that sounds besides the lines, in a stretch of so many seconds. */
  readonly breath?: (length: Seconds) => BreathInput;
}

/** How a practice begins and ends. */
export interface Frame {
  /** The bed's level at the beginning, in the middle and at the end. */
  readonly bed: readonly [start: Decibels, middle: Decibels, end: Decibels];
  readonly endBell: boolean;
  /** From the last line to the end. */
  readonly ring: (length: Seconds) => Seconds;
}

/** Whether a person settles with it, and whether it is what they come out of: in a practice of several not each does. */
export interface Ends {
  readonly opens: boolean;
  readonly closes: boolean;
}
export const WHOLE: Ends = { opens: true, closes: true };

/** A shipped practice. It is composed from what the guide can say. */
export interface Practice {
  readonly id: PracticeId;
  readonly title: string;
  /** As it is offered at first, and how short and long it can be. */
  readonly minutes: { readonly usual: number; readonly least: number; readonly most: number };
  readonly parts: (choices: PracticeChoices, lines: readonly ScriptLine[], ends: Ends) => readonly Part[];
  readonly frame: (choices: PracticeChoices) => Frame;
  /** All of it as a plan. */
  readonly build: (choices: PracticeChoices, lines: readonly ScriptLine[]) => Plan;
}

export function defaultPracticeChoices({ minutes }: Practice): PracticeChoices {
  return {
    ...DEFAULT_SOUND,
    talk: 'full',
    minutes: minutes.usual,
    longestSilence: LONGEST_SILENCES[0],
    take: 0,
    scan: WHOLE_BODY,
    breath: EXTENDED_EXHALE,
  };
}
