import { chapter } from './chapter.ts';
import { after } from './en/after.ts';
import { events } from './en/events.ts';
import { live } from './en/live.ts';

/** The texts of a session that runs, or has run. */
export const sessionTexts = chapter({ en: { live, events, after } });
