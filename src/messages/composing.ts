import { chapter } from './chapter.ts';
import { composing } from './en/composing.ts';

/** Where a practice of one's own is put together. */
export const composingTexts = chapter({ en: composing });
