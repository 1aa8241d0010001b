import { scriptLines } from '#guidance/script-lines.ts';
import { anyLineText, isAnyLineId } from '#guidance/all-lines.ts';
import type { Repertoire } from '#session/cues.ts';

/** A guide that says every line at ninety words a minute: durations that do not change when a clip is recorded anew. */
export const evenGuide: Repertoire = {
  line(id) {
    if (!isAnyLineId(id)) return undefined;
    const text = anyLineText(id, 'en');
    return { text, duration: Math.round(text.split(' ').length * (60 / 90) * 10) / 10 };
  },
};

/** What practices are composed of, said by the even guide. */
export const evenScript = scriptLines('en', (id) => evenGuide.line(id)?.duration);
