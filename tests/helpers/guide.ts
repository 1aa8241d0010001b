import { scriptLines } from '#guidance/script-lines.ts';
import { anyLineText, isAnyLineId } from '#guidance/all-lines.ts';
import { durationOfAnyLine } from '#catalog/all-voices.ts';
import type { Repertoire } from '#session/cues.ts';
import type { ScriptLine } from '#session/practices/script-line.ts';

/** A line of somebody close. */
export const ANCHOR_LINE = 'anchor-line.1';

/** A guide that says every line at ninety words a minute: durations that do not change when a clip is recorded anew. */
export const evenGuide: Repertoire = {
  line(id) {
    if (!isAnyLineId(id)) return undefined;
    const text = anyLineText(id, 'en');
    return { text, duration: Math.round(text.split(' ').length * (60 / 90) * 10) / 10 };
  },
  anchors: [
    {
      id: ANCHOR_LINE,
      title: 'Come home',
      speaker: 'Anna',
      text: 'You can always come home.',
      duration: 2.5,
    },
  ],
};

/** Who says the lines of practices. */
export interface Speaker {
  readonly guide: Repertoire;
  readonly lines: readonly ScriptLine[];
}

export const evenSpeaker: Speaker = speaker(evenGuide);
/** The lengths of the clips that are shipped. */
export const shippedSpeaker: Speaker = speaker({
  line(id) {
    const duration = durationOfAnyLine(id);
    return isAnyLineId(id) && duration !== undefined ? { text: anyLineText(id, 'en'), duration } : undefined;
  },
});

function speaker(guide: Repertoire): Speaker {
  return { guide, lines: scriptLines(guide, 'en') };
}
