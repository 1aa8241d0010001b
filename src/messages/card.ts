import { chapter } from './chapter.ts';
import { card } from './en/card.ts';

/** The card that goes from home to the clinic, on both its sides. */
export const cardTexts = chapter({ en: card });
