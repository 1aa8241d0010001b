import { chapter } from './chapter.ts';
import { lock } from './en/lock.ts';

/** The lock on all that is kept: the screen before it, and where it is turned on. */
export const lockTexts = chapter({ en: lock });
