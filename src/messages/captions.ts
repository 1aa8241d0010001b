import { chapter } from './chapter.ts';
import { captions } from './en/captions.ts';

/** Captions: what is heard, to be read. */
export const captionTexts = chapter({ en: captions });
