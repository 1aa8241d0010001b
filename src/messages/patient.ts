import { chapter } from './chapter.ts';
import { patient } from './en/patient.ts';

/** What the patient sees, on this screen or in a window of its own. */
export const patientTexts = chapter({ en: patient });
