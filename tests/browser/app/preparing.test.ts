import { beforeEach, describe, expect, it } from 'vitest';
import type { KeptAnchor } from '#session/anchor-reading.ts';
import type { RouteId } from '#session/plan.ts';
import { openPage } from '../../helpers/planned.ts';
import { emptied } from '../storage/emptied.ts';

beforeEach(emptied);

const theirs = { id: 'anchor.a1', name: 'Home', speaker: 'Ida', seconds: 2 } as KeptAnchor;

describe('for the next person', () => {
  // Mutants, each red: SessionSetup without its own forget(); SoundSetup.forget() that leaves the lines.
  it('nothing of the last one is chosen or answered, also where their sheet was never opened', () => {
    const { planning } = openPage();
    const { session } = planning;
    session.anchors = [theirs];
    session.seizureHistory = session.headphones = 'no';
    session.breath.ownRate = 13;
    session.chooseBeats('monaural');
    session.talk = 'full';
    planning.forgetPerson();
    expect(session).toMatchObject({ anchors: [], seizureHistory: 'unknown', headphones: 'unknown' });
    expect(session.breath.ownRate).toBeUndefined();
    expect([session.beats, session.talk]).toEqual(['none', 'full']);
  });

  it('a practice forgets too', async () => {
    const { planning } = openPage();
    const practice = await planning.openPractice();
    practice.anchors = [theirs];
    planning.forgetPerson();
    await Promise.resolve();
    expect(practice.anchors).toEqual([]);
  });
});

describe('the sheet', () => {
  // `pumpMinutes` left out of sheet(): red
  it('[PR1] has what its route asks for: how long the pump runs, or the devices, or the lozenge', async () => {
    const { planning } = openPage();
    const preparing = await planning.preparing();
    const asked = (route: RouteId) => {
      planning.session.chooseRoute(route);
      const { devices, pumpMinutes, lozengeHold } = preparing.sheet();
      return { devices, pumpMinutes, lozengeHold };
    };
    planning.session.pumpMinutes = 55;
    expect(asked('iv')).toEqual({ pumpMinutes: 55 });
    expect(asked('nasal')).toEqual({ devices: planning.session.devices });
    expect(asked('lozenge')).toEqual({ lozengeHold: planning.session.lozengeHold });
  });
});

describe('a beginning', () => {
  it('[PR12] is refused while something is open and no reason is given', async () => {
    const preparing = await openPage().planning.preparing();
    expect(preparing.open).toBe(true);
    expect(() => preparing.beginning('')).toThrow('without a reason');
    for (const item of preparing.items) preparing.check(item, true);
    expect(preparing.beginning().events.every(({ type }) => type === 'item-checked')).toBe(true);
  });
});
