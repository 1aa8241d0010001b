import { chapter } from './chapter.ts';
import { days } from './en/days.ts';

/** What was practised, day by day, and what is planned. */
export const daysTexts = chapter({ en: days });
