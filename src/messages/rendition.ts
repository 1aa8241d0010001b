import { chapter } from './chapter.ts';
import { rendition } from './en/rendition.ts';

/** A practice for a phone that will be locked: made ready ahead, then played by itself. */
export const renditionTexts = chapter({ en: rendition });
