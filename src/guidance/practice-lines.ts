import type { PracticeGroup } from './groups.ts';
import type { Language } from './lines.ts';
import { practiceLinesEn } from './practice-lines.en.ts';

// The lines practices are composed of. Whoever shows the first screen must not import this room: it is loaded with the practices.

export type PracticeLineId = keyof typeof practiceLinesEn;
export type PracticeLineIdOf<Group extends PracticeGroup> = Extract<PracticeLineId, `${Group}.${string}`>;

const linesByLanguage: Record<Language, Readonly<Record<PracticeLineId, string>>> = { en: practiceLinesEn };

export const practiceLineIds = Object.keys(practiceLinesEn) as readonly PracticeLineId[];

/** For ids that come from outside: a saved plan, an imported file. */
export function isPracticeLineId(id: string): id is PracticeLineId {
  return Object.hasOwn(practiceLinesEn, id);
}

export function practiceLineText(id: PracticeLineId, language: Language): string {
  return linesByLanguage[language][id];
}

export function practiceLineIdsOf<Group extends PracticeGroup>(
  group: Group,
): readonly PracticeLineIdOf<Group>[] {
  return practiceLineIds.filter((id): id is PracticeLineIdOf<Group> => id.startsWith(`${group}.`));
}
