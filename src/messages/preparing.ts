import { chapter } from './chapter.ts';
import { preparing } from './en/preparing.ts';

/** The sheet, the checks and the rules. */
export const preparingTexts = chapter({ en: preparing });
