import { chapter } from './chapter.ts';
import { guides } from './en/guides.ts';

/** Who says the lines. */
export const guideTexts = chapter({ en: guides });
