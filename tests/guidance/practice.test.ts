import { describe, expect, it } from 'vitest';
import { practiceGroups, type PracticeGroup } from '../../src/guidance/groups.ts';
import { namedRegions } from '../../src/guidance/naming.ts';
import {
  practiceLineIds,
  practiceLineIdsOf,
  practiceLineText,
  type PracticeLineId,
} from '../../src/guidance/practice-lines.ts';
import { hasPracticeTrait, regionOf, stageOf, talkOf } from '../../src/guidance/practice.ts';
import { REGIONS } from '../../src/session/regions.ts';

const text = (id: PracticeLineId) => practiceLineText(id, 'en');
const idsOf = (group: PracticeGroup, stage: string) =>
  practiceLineIdsOf(group).filter((id) => stageOf(id).stage === stage);
const saying = (ids: readonly PracticeLineId[], pattern: RegExp) =>
  ids.filter((id) => pattern.test(text(id)));

const least: Record<PracticeGroup, Readonly<Record<string, number>>> = {
  body: {
    ...{ notice: 22, breathe: 18, 'let-go': 18, 'move-on': 16, stay: 16, begin: 3, close: 3 },
    ...{ choice: 8, night: 8, return: 8 },
    ...Object.fromEntries(REGIONS.map((region) => [region, 3])),
  },
  aware: { begin: 2, where: 5, how: 6, count: 4, wander: 3, widen: 3, stay: 5, close: 2 },
  kind: { begin: 3, dear: 6, self: 6, neutral: 4, harder: 5, all: 4, wish: 5, close: 3 },
  sense: { begin: 2, see: 6, touch: 7, hear: 6, smell: 4, taste: 4, again: 2, stay: 4, close: 3 },
  listen: { begin: 3, near: 3, far: 3, change: 4, between: 5, name: 2, stay: 5, wander: 4, close: 2 },
  night: { begin: 3, day: 5, thanks: 5, heavy: 6, breath: 5, drift: 7, close: 3 },
  pace: {
    ...{ begin: 2, follow: 3, own: 3, 'rest-full': 2, 'rest-empty': 2, stay: 2, soon: 1, close: 2 },
  },
};

describe('the lines of practices', () => {
  it('an id tells the group, the stage and the wording', () => {
    expect(stageOf('body.left-foot-2')).toEqual({ group: 'body', stage: 'left-foot', nth: 2 });
    expect(stageOf('body.move-on-11')).toEqual({ group: 'body', stage: 'move-on', nth: 11 });
    expect(stageOf('kind.dear-1')).toEqual({ group: 'kind', stage: 'dear', nth: 1 });
  });

  it.each(practiceGroups)('there is enough to say at every stage of %s, and no stage is unknown', (group) => {
    const stages = new Set(practiceLineIdsOf(group).map((id) => stageOf(id).stage));
    expect([...stages].sort()).toEqual(Object.keys(least[group]).sort());
    for (const [stage, count] of Object.entries(least[group]))
      expect(idsOf(group, stage).length, stage).toBeGreaterThanOrEqual(count);
  });

  it.each(practiceGroups)('the wordings of a stage of %s are numbered from one, without gaps', (group) => {
    for (const stage of Object.keys(least[group]))
      expect(idsOf(group, stage).map((id) => stageOf(id).nth)).toEqual(
        idsOf(group, stage).map((_, nth) => nth + 1),
      );
  });

  it.each(['aware', 'kind', 'sense', 'listen', 'night'] as const)(
    '%s lasts twenty minutes at a line every half a minute, without saying one twice',
    (group) => {
      const shared =
        group === 'night' ? [...idsOf('body', 'stay'), ...idsOf('body', 'night')] : idsOf('body', 'stay');
      expect(practiceLineIdsOf(group).length + shared.length).toBeGreaterThanOrEqual(46);
    },
  );

  it('something is said at every stage when little is said, and more when more is said', () => {
    for (const group of practiceGroups)
      for (const stage of Object.keys(least[group]))
        expect(
          idsOf(group, stage).filter((id) => talkOf(id) === 'sparse'),
          stage,
        ).not.toEqual([]);
    const stageLines = practiceLineIds.filter((id) => regionOf(id) === undefined);
    const sparse = stageLines.filter((id) => talkOf(id) === 'sparse');
    expect(sparse.length / stageLines.length).toBeLessThan(0.6);
    expect(practiceLineIds.filter((id) => regionOf(id) !== undefined && talkOf(id) === 'full')).toEqual([]);
    expect(talkOf('body.notice-8')).toBe('sparse');
    expect(talkOf('body.notice-9')).toBe('full');
  });

  it('no line takes company or medicine for granted', () => {
    const assumed =
      /\b(someone|beside you in|person with you|nurse|guide|medicine|session|lozenge|spray|clinic)\b/i;
    expect(saying(practiceLineIds, assumed)).toEqual([]);
    expect(practiceLineIds.filter((id) => hasPracticeTrait(id, 'company'))).toEqual([]);
    expect(practiceLineIds.filter((id) => hasPracticeTrait(id, 'medicine'))).toEqual([]);
  });

  it('no line suggests that something is amiss', () => {
    const amiss =
      /\b(pain|painful|hurt|hurts|ache|aching|tension|tense|tight|numb|stiff|stuck|wrong|weak|tired)\b/i;
    expect(saying(practiceLineIds, amiss)).toEqual([]);
  });

  it('the way back speaks in the present', () => {
    expect(saying(idsOf('body', 'return'), /\b(will|was|were|have been|soon)\b/i)).toEqual([]);
  });

  it('bed time ends without a waking up', () => {
    const waking = /\b(wake|awake now|open your eyes|come back|get up|sit up|stretch)\b/i;
    expect(saying([...practiceLineIdsOf('night'), ...idsOf('body', 'night')], waking)).toEqual([]);
  });
});

describe('the long body scan', () => {
  const regionLines = practiceLineIds.filter((id) => regionOf(id) !== undefined);
  const words = (id: PracticeLineId) => text(id).split(' ').length;

  it('arrives at each of its regions in three wordings, each naming that region and no other', () => {
    expect(regionLines).toHaveLength(REGIONS.length * 3);
    for (const id of regionLines) expect([id, namedRegions(text(id), 'en')]).toEqual([id, [regionOf(id)]]);
  });

  it('says 10 to 22 words in two or three sentences at each arrival', () => {
    const odd = regionLines.filter(
      (id) => words(id) < 10 || words(id) > 22 || !/^[^.]+\.( [^.]+\.){1,2}$/.test(text(id)),
    );
    expect(odd).toEqual([]);
  });

  it('has words of their own for left and right', () => {
    const unsided = regionLines.map((id) => text(id).replace(/\b(left|right)\b/gi, ''));
    expect(new Set(unsided).size).toBe(regionLines.length);
  });

  it('names no place at any other line, so that it may be said anywhere; eyes may be open', () => {
    const anywhere = practiceLineIdsOf('body').filter((id) => regionOf(id) === undefined);
    const naming = anywhere.filter((id) => namedRegions(text(id), 'en').length > 0);
    expect(naming).toEqual(['body.choice-5']);
    expect(namedRegions(text('body.choice-5'), 'en')).toEqual(['face']);
  });
});
