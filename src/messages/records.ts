import { chapter } from './chapter.ts';
import { records } from './en/records.ts';

/** The sessions that are over: their list, and each as it was. */
export const recordTexts = chapter({ en: records });
