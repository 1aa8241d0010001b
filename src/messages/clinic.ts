import { chapter } from './chapter.ts';
import { clinic } from './en/clinic.ts';

/** The place where a clinic sets what is its own. */
export const clinicTexts = chapter({ en: clinic });
