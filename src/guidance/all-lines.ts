import { isLineId, lineIds, lineText, type Language, type LineId } from './lines.ts';
import {
  isPracticeLineId,
  practiceLineIds,
  practiceLineText,
  type PracticeLineId,
} from './practice-lines.ts';
import { hasPracticeTrait } from './practice.ts';
import { hasTrait, type LineTrait } from './traits.ts';

// Sessions and practices together: for what reads every line there is. Not for the first screen, which needs sessions alone.

export type AnyLineId = LineId | PracticeLineId;

export const allLineIds: readonly AnyLineId[] = [...lineIds, ...practiceLineIds];

/** For ids that come from outside: a saved plan, an imported file. */
export function isAnyLineId(id: string): id is AnyLineId {
  return isLineId(id) || isPracticeLineId(id);
}

export function anyLineText(id: AnyLineId, language: Language): string {
  return isPracticeLineId(id) ? practiceLineText(id, language) : lineText(id, language);
}

export function anyLineHasTrait(id: AnyLineId, trait: LineTrait): boolean {
  return isPracticeLineId(id) ? hasPracticeTrait(id, trait) : hasTrait(id, trait);
}
