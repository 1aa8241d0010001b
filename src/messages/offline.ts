import { chapter } from './chapter.ts';
import { offline } from './en/offline.ts';

/** The line that says what is kept on the device. */
export const offlineTexts = chapter({ en: offline });
