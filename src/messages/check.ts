import { chapter } from './chapter.ts';
import { check } from './en/check.ts';

/** The sound check, question by question. */
export const checkTexts = chapter({ en: check });
