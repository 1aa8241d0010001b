import { chapter } from './chapter.ts';
import { rehearsal } from './en/rehearsal.ts';

/** The walk through a planned session, before it begins. */
export const rehearsalTexts = chapter({ en: rehearsal });
