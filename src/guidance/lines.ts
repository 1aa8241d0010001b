import type { LineGroup } from './groups.ts';
import { linesEn } from './lines.en.ts';

// The lines of sessions. Practices have lines of their own (`practice-lines.ts`), loaded only with them; `all-lines.ts` has both.

/** English is where an id begins; another language has to say the same ids, or it does not compile. */
export type LineId = keyof typeof linesEn;
export type LineIdOf<Group extends LineGroup> = Extract<LineId, `${Group}.${string}`>;
export type Language = 'en';

const linesByLanguage: Record<Language, Readonly<Record<LineId, string>>> = { en: linesEn };

export const lineIds = Object.keys(linesEn) as readonly LineId[];

/** For ids that come from outside: a saved plan, an imported file. */
export function isLineId(id: string): id is LineId {
  return Object.hasOwn(linesEn, id);
}

export function lineText(id: LineId, language: Language): string {
  return linesByLanguage[language][id];
}

export function lineIdsOf<Group extends LineGroup>(group: Group): readonly LineIdOf<Group>[] {
  return lineIds.filter((id): id is LineIdOf<Group> => id.startsWith(`${group}.`));
}
