import { chapter } from './chapter.ts';
import { breathing } from './en/breathing.ts';

/** Which breath leads, at which pace, and how it is felt. */
export const breathingTexts = chapter({ en: breathing });
