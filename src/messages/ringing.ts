import { chapter } from './chapter.ts';
import { ringing } from './en/ringing.ts';

/** When bells ring, and which. */
export const ringingTexts = chapter({ en: ringing });
