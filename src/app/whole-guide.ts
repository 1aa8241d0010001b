import { anyClipUrl, durationOfAnyLine } from '#catalog/all-voices.ts';
import { shippedGuide } from '#catalog/voices.ts';
import { anyLineText, isAnyLineId } from '#guidance/all-lines.ts';
import type { Language } from '#guidance/lines.ts';
import { shippedClip, type Guide } from './guide.ts';

/** The shipped voice with every line it has, those of practices too. Not for the first screen: imported when it is wanted. */
export function createWholeGuide(language: Language, folder = ''): Guide {
  return {
    id: shippedGuide.guide,
    line(id) {
      const duration = durationOfAnyLine(id);
      return isAnyLineId(id) && duration !== undefined
        ? { text: anyLineText(id, language), duration }
        : undefined;
    },
    clip: (line) => shippedClip(anyClipUrl(line), folder),
  };
}
