import type { Repertoire } from '#session/cues.ts';
import type { KnownLines } from '#session/rules/ruling.ts';
import { isLineId, type Language } from './lines.ts';
import { namedRegions } from './naming.ts';
import { hasTrait } from './traits.ts';

/** What the rules of plans want to know of each line that somebody can say. */
export function knownLines(guide: Repertoire, language: Language): KnownLines {
  return {
    line: (id) => guide.line(id),
    has(line, trait) {
      if (trait === 'arms') return namedRegions(guide.line(line)?.text ?? '', language).includes('arms');
      return isLineId(line) && hasTrait(line, trait);
    },
  };
}
