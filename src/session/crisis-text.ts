import type { CalledNumber } from './emergency-card.ts';

/** What stands beside every page of a journal for a bad hour: a few words, and whom to call. */
export interface CrisisText {
  readonly text: string;
  readonly numbers: readonly CalledNumber[];
}

export const LONGEST_CRISIS_TEXT = 600;
