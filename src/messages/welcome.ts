import { chapter } from './chapter.ts';
import { welcome } from './en/welcome.ts';

/** What is asked when the app is opened for the first time. */
export const welcomeTexts = chapter({ en: welcome });
