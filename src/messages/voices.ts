import { chapter } from './chapter.ts';
import { voices } from './en/voices.ts';

/** The place where a guide is recorded. */
export const voicesTexts = chapter({ en: voices });
