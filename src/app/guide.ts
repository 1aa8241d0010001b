import { durationOfLine } from '#catalog/voices.ts';
import { isLineId, lineText, type Language } from '#guidance/lines.ts';
import type { Repertoire } from '#session/cues.ts';

/** What the shipped guide can say: the words from guidance, how long they take from the measured clips. */
export function createGuide(language: Language): Repertoire {
  return {
    line(id) {
      const duration = durationOfLine(id);
      return isLineId(id) && duration !== undefined ? { text: lineText(id, language), duration } : undefined;
    },
  };
}
