import { chapter } from './chapter.ts';
import { dark } from './en/dark.ts';

/** The screen that shows nothing. */
export const darkTexts = chapter({ en: dark });
