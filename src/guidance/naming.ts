import { REGIONS, type Region, type Side } from '#session/regions.ts';
import { regionWords, sideAfter, sideBefore, sideWords, type RegionWords } from './en/region-words.ts';
import type { Language } from './lines.ts';

/** How a language names places of the body. */
interface Naming {
  readonly entryOf: ReadonlyMap<string, RegionWords>;
  /** Any phrase of the table, with the side that stands before or after it. */
  readonly phrase: RegExp;
  readonly sideWords: Readonly<Record<Side, string>>;
}

const SIDES = ['left', 'right'] as const;

const namingIn: Record<Language, Naming> = { en: englishNaming() };

function englishNaming(): Naming {
  const entries = regionWords.flatMap((entry) => entry.words.map((word) => [word, entry] as const));
  const longestFirst = entries.map(([word]) => word).sort((one, other) => other.length - one.length);
  const phrase = new RegExp(`\\b(?:${sideBefore})?(${longestFirst.join('|')})(?:${sideAfter})?\\b`, 'g');
  return { entryOf: new Map(entries), phrase, sideWords };
}

/**
 * The regions of the body that a text names, in the order of a scan. A word such as "foot" names both sides, unless the
 * text speaks of the foot of one side and never mentions the other.
 */
export function namedRegions(text: string, language: Language): readonly Region[] {
  const naming = namingIn[language];
  const said = text.toLowerCase().replace(/\s+/g, ' ');
  const found = [...said.matchAll(naming.phrase)];
  const beside = new Set(found.flatMap(([, before, , after]) => [before, after]));
  const sides = sidesMeant(said, beside, naming.sideWords);
  const named = new Set(
    found.flatMap(([, , phrase = '']) => {
      const { names = [], ofLeg = [] } = naming.entryOf.get(phrase) ?? {};
      return [...names, ...sides.flatMap((side) => ofLeg.map((part): Region => `${side}-${part}`))];
    }),
  );
  return REGIONS.filter((region) => named.has(region));
}

/** One side only where it cannot be anything else: "nothing is left" and "right here" are no sides, "left and right feet" are two. */
function sidesMeant(
  said: string,
  beside: ReadonlySet<string | undefined>,
  words: Naming['sideWords'],
): readonly Side[] {
  const [side, ...others] = SIDES.filter((each) => new RegExp(`\\b${words[each]}\\b`).test(said));
  return side !== undefined && others.length === 0 && beside.has(words[side]) ? [side] : SIDES;
}
