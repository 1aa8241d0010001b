import { chapter } from './chapter.ts';
import { clinic } from './en/clinic.ts';

/** The clinical clock, vitals, notes, and what a clinic sets for itself. */
export const clinicTexts = chapter({ en: clinic });
