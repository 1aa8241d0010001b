import { describe, expect, it } from 'vitest';
import {
  allLineIds,
  anyLineHasTrait,
  anyLineText,
  isAnyLineId,
  type AnyLineId,
} from '../../src/guidance/all-lines.ts';
import { lineGroups, practiceGroups, type LineGroup } from '../../src/guidance/groups.ts';
import { isLineId, lineIds, lineIdsOf, lineText } from '../../src/guidance/lines.ts';
import { isPracticeLineId } from '../../src/guidance/practice-lines.ts';
import { isOffered, offeredLineIds, offeredTitles } from '../../src/guidance/titles.ts';
import type { LineTrait } from '../../src/guidance/traits.ts';

const words = (text: string) => text.split(/\s+/);
const english = allLineIds.map((id) => ({ id, text: anyLineText(id, 'en') }));
const saying = (pattern: RegExp) => english.filter(({ text }) => pattern.test(text)).map(({ id }) => id);

const least: Record<LineGroup, number> = {
  ...{ check: 3, welcome: 8, intention: 6, breath: 13, scan: 14, onset: 14 },
  ...{ anchor: 10, ground: 10, ask: 8, reentry: 16, rest: 10 },
};

describe('the lines', () => {
  it.each(lineGroups)('there is enough to say in the group %s', (group) => {
    expect(lineIdsOf(group).length).toBeGreaterThanOrEqual(least[group]);
  });

  it('every id is a known group, a dot and a short name', () => {
    const id = new RegExp(`^(${[...lineGroups, ...practiceGroups].join('|')})\\.[a-z0-9]+(-[a-z0-9]+)*$`);
    expect(allLineIds.filter((lineId) => !id.test(lineId))).toEqual([]);
  });

  it('no two lines say the same', () => {
    expect(new Set(english.map(({ text }) => text.toLowerCase())).size).toBe(allLineIds.length);
  });

  it('a line has 3 to 40 words, an anchor line at most 14, and nine of ten lines at most 20', () => {
    const lengths = english.map(({ text }) => words(text).length);
    expect(english.filter(({ text }) => words(text).length < 3 || words(text).length > 40)).toEqual([]);
    expect(lineIdsOf('anchor').filter((id) => words(lineText(id, 'en')).length > 14)).toEqual([]);
    expect(lengths.filter((length) => length > 20).length).toBeLessThan(allLineIds.length / 10);
  });

  it('a line begins with a capital and ends its sentence, in plain punctuation', () => {
    expect(
      english.filter(({ text }) => !/^[A-Z][A-Za-z ,.?]*[.?]$/.test(text) || /\s\s|\s$/.test(text)),
    ).toEqual([]);
  });

  it('an id from outside is told from one of ours', () => {
    expect(isLineId('anchor.here')).toBe(true);
    expect(isLineId('anchor.nowhere')).toBe(false);
    expect(isLineId('toString')).toBe(false);
    expect(isPracticeLineId('kind.dear-1')).toBe(true);
    expect(isPracticeLineId('anchor.here')).toBe(false);
    expect(isPracticeLineId('toString')).toBe(false);
    expect(allLineIds.every((id) => isAnyLineId(id) && isLineId(id) !== isPracticeLineId(id))).toBe(true);
    expect(isAnyLineId('toString')).toBe(false);
  });
});

describe('what no line says', () => {
  const never: Record<string, RegExp> = {
    'a claim of healing':
      /\b(heal|cure|treat|therap|recover|better than|rewire|fix you|symptom|depress|anxi|trauma)/i,
    'advice on a dose': /\b(dose|dosing|milligram|mg|more medicine|stronger medicine)\b/i,
    'an image that frightens in dissociation':
      /\b(fall|falling|drown|sink|dissolve|disappear|vanish|die|dead|death|leave (the|your) body|out of (the|your) body|lose|losing|control|surrender|escape|danger|afraid|fear|panic|trapped|alone)\b/i,
    'a breath kept in or out': /\bhold\b|\bpause (the|your) breath|\b(keep|stop) (the|your) breath/i,
    'fast or strong breathing': /\b(faster|quickly|deep breath|as deeply|forcefully)\b/i,
    'an order': /\b(must|should|have to (?!make sense|guide|do\b)|try to|relax)\b/i,
    'a promise of safety': /\b(safe|promise|guarantee|nothing can)\b/i,
    'an eye to be shut or a movement forbidden':
      /\b(close your eyes|shut your eyes|do not move|keep still|stay still|without moving)\b/i,
    'a mind to be emptied, or work to be done well':
      /\b(empty your mind|clear your mind|stop thinking|concentrate|focus|perfect|correct|success|fail)/i,
    'a judgement on a body': /\b(fat|thin|ugly|beautiful|overweight|slim|fit|healthy|sick|ill)\b/i,
    'forgiveness that is asked for': /\b(forgiv|forget|deserve)/i,
    'a memory of childhood': /\b(child|childhood|mother|father|parent|when you were)/i,
  };

  it.each(Object.keys(never))('%s', (what) => {
    const pattern = never[what] ?? /./;
    expect(saying(pattern)).toEqual([]);
  });

  it('nothing in a lozenge line asks for an answer, or for breath through the mouth', () => {
    const lozenge = lineIds.filter((id) => id.startsWith('breath.lozenge-')).map((id) => lineText(id, 'en'));
    expect(lozenge.length).toBeGreaterThanOrEqual(3);
    expect(lozenge.filter((text) => /\?|\b(say|tell us|speak|answer me|exhale|sigh)\b/i.test(text))).toEqual(
      [],
    );
    expect(lozenge.join(' ')).toMatch(/through the nose/);
  });
});

describe('what a line takes for granted', () => {
  const marked = (trait: LineTrait) => allLineIds.filter((id) => anyLineHasTrait(id, trait));
  const without = (ids: readonly AnyLineId[], trait: LineTrait) =>
    ids.filter((id) => !anyLineHasTrait(id, trait));

  it('a line that speaks of somebody in the room says so in its traits', () => {
    expect(without(saying(/\b(someone|person beside|hand beside)/i), 'company')).toEqual([]);
  });

  it('a line that speaks of the medicine says so, unless it says that there is none', () => {
    const spoken = saying(/\b(medicine|lozenge|spray)\b/i).filter((id) => !anyLineHasTrait(id, 'practice'));
    expect(without(spoken, 'medicine')).toEqual([]);
    expect(marked('medicine').filter((id) => anyLineHasTrait(id, 'practice'))).toEqual([]);
  });

  it('a line that invites breath through the nose says so', () => {
    expect(without(saying(/through the nose/i), 'nose-breath')).toEqual([]);
  });

  it('a question says that it is one', () => {
    expect(marked('asks')).toEqual(saying(/\?/));
  });

  it('a line that speaks of sleep, or of a day that is over, is kept for bed time', () => {
    const spoken = saying(
      /\b(sleep|asleep|bed|pillow|mattress|good night|day is over|nothing left to do)\b/i,
    );
    expect(
      without(
        spoken.filter((id) => id !== 'welcome.comfort'),
        'night',
      ),
    ).toEqual([]);
  });

  it('a rest between two breaths is kept for the patterns that have one', () => {
    expect(without(saying(/\b(full of air|air is out|rest, full|rest, empty)\b/i), 'breath-rest')).toEqual(
      [],
    );
    expect(marked('breath-rest').every((id) => id.startsWith('pace.rest-'))).toBe(true);
  });
});

describe('what a facilitator may have said now', () => {
  it('every anchor, ground and ask line has a title, and so has the landing', () => {
    const groups = [...lineIdsOf('anchor'), ...lineIdsOf('ground'), ...lineIdsOf('ask')];
    expect(groups.filter((id) => !isOffered(id))).toEqual([]);
    expect(isOffered('reentry.landing')).toBe(true);
    expect(isOffered('welcome.here')).toBe(false);
  });

  it('a title fits on a button, and no two are the same', () => {
    const titles = offeredLineIds.map((id) => offeredTitles[id]);
    expect(titles.filter((title) => title.length > 32)).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
