import { describe, expect, it } from 'vitest';
import { PracticeSetup } from '#app/practice-setup.svelte.ts';
import type { Guides } from '#app/guides.ts';
import { createWholeGuide } from '#app/whole-guide.ts';
import { anyLineText, isAnyLineId } from '#guidance/all-lines.ts';
import { namedRegions } from '#guidance/naming.ts';
import { isVoice } from '#session/cues.ts';

const guide = createWholeGuide('en');

/** A setup whose dice fall as told, one after another. */
function setupWith(...throws: number[]): PracticeSetup {
  const parts = {
    guides: { shipped: guide } as Guides,
    dice: () => throws.shift() ?? 0,
    listening: { ceiling: undefined, ears: 'unchecked' } as const,
    ownSounds: () => [],
  };
  return new PracticeSetup(parts, guide);
}
const said = ({ timeline }: PracticeSetup) => timeline.cues.filter(isVoice).map(({ clip }) => clip);

describe('what is chosen before a practice', () => {
  it('begins as a body scan at its usual length, and follows what is chosen', () => {
    const setup = setupWith();
    expect([setup.id, setup.plan.id, setup.total]).toEqual(['body-scan', 'body-scan', 600]);
    setup.choose('grounding');
    expect([setup.plan.id, setup.total, setup.minutes]).toEqual(['grounding', 300, 5]);
    setup.talk = 'sparse';
    expect(setup.plan.talk).toBe('sparse');
    setup.longestSilence = 90;
    expect(said(setup).length).toBeLessThan(20);
  });

  it('stays within the range of the practice', () => {
    const setup = setupWith();
    setup.setMinutes(90);
    expect([setup.minutes, setup.total]).toEqual([45, 2700]);
    setup.choose('sounds');
    setup.setMinutes(90);
    expect(setup.minutes).toBe(20);
    setup.setMinutes(1);
    expect([setup.minutes, setup.total]).toEqual([3, 180]);
  });

  it('speaks of no region that is avoided, and stays longer where it is to linger', () => {
    const setup = setupWith();
    setup.setMinutes(20);
    setup.attend('belly', 'avoided');
    setup.attend('hands', 'lingered');
    setup.vitals = true;
    expect([setup.attentionOf('belly'), setup.attentionOf('chest')]).toEqual(['avoided', 'visited']);
    expect(setup.scan).toMatchObject({ avoided: ['belly'], lingered: ['hands'], vitals: true });
    const named = said(setup).flatMap((line) =>
      isAnyLineId(line) ? namedRegions(anyLineText(line, 'en'), 'en') : [],
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((region) => region === 'belly' || region === 'arms')).toEqual([]);
    const lines = said(setup);
    const [hands, next] = ['hands', 'shoulders'].map((place) =>
      lines.findIndex((line) => line.includes(`.${place}`)),
    );
    expect((next ?? 0) - (hands ?? 0)).toBeGreaterThan(4);
    setup.attend('belly', 'visited');
    expect(setup.scan.avoided).toEqual([]);
  });

  it('has other words each time it is opened, and when others are asked for', () => {
    const [one, other] = [setupWith(0.1, 0.7), setupWith(0.4)];
    const first = said(one);
    expect(said(other)).not.toEqual(first);
    one.another();
    expect(said(one)).not.toEqual(first);
  });
});
