import { chapter } from './chapter.ts';
import { practice } from './en/practice.ts';

/** The place for practices, and a practice that runs. */
export type PracticeTexts = typeof practice;
export const practiceTexts = chapter({ en: practice });
