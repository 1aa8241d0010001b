import { chapter } from './chapter.ts';
import { familiar } from './en/familiar.ts';

/** Lines of somebody close, where a session is planned and where it runs. */
export const familiarTexts = chapter({ en: familiar });
