import { chapter } from './chapter.ts';
import { permanence } from './en/permanence.ts';

/** Whether what is kept on this device is still there. */
export const permanenceTexts = chapter({ en: permanence });
