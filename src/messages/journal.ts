import { chapter } from './chapter.ts';
import { journal } from './en/journal.ts';

/** A person's journal. */
export const journalTexts = chapter({ en: journal });
