import { chapter } from './chapter.ts';
import { ownSounds } from './en/own-sounds.ts';

/** The place where sounds are brought along. */
export const ownSoundsTexts = chapter({ en: ownSounds });
