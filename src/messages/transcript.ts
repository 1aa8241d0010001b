import { chapter } from './chapter.ts';
import { transcript } from './en/transcript.ts';

/** What is said in a session, to be read or taken away. */
export const transcriptTexts = chapter({ en: transcript });
