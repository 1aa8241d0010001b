import { chapter } from './chapter.ts';
import { mixer } from './en/mixer.ts';

/** The mixer, wherever it stands. */
export const mixerTexts = chapter({ en: mixer });
