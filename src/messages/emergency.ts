import { chapter } from './chapter.ts';
import { emergency } from './en/emergency.ts';

/** The emergency card, and where a clinic writes its own. */
export const emergencyTexts = chapter({ en: emergency });
