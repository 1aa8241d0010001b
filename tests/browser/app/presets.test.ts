import { beforeEach, describe, expect, it } from 'vitest';
import { breaths } from '#session/breath-patterns.ts';
import type { OwnSound } from '#session/plan.ts';
import { openPage } from '../../helpers/planned.ts';
import { emptied } from '../storage/emptied.ts';

beforeEach(emptied);

async function opened() {
  const { planning } = openPage();
  const { preparing, presets, last } = await planning.prepared();
  return { planning, preparing, presets: await presets, setup: planning.session, last: await last };
}
const names = ({ all }: { readonly all: readonly { readonly name: string }[] }) =>
  all.map(({ name }) => name);

describe('a preset', () => {
  it('sets all of it up again on another day, and nothing of the person', async () => {
    const { preparing, presets, setup } = await opened();
    setup.chooseRoute('nasal');
    setup.setMinutes('onset', 35);
    setup.devices = 3;
    setup.talk = 'bells';
    setup.toggleBed('rain');
    setup.setBedLevel('rain', -6);
    setup.setLevel('voice', -9);
    setup.bells = { ring: 'every', minutes: 10 };
    setup.breath.chooseFirst(breaths.slow);
    setup.breath.ownRate = 13;
    preparing.depth = 'deeper';
    preparing.label = 'Room 7';
    setup.seizureHistory = 'no';
    setup.chooseBeats('monaural');
    await presets.keep(' Quiet nasal ');

    const other = await opened();
    const { plan } = setup;
    const [quiet] = other.presets.all;
    if (quiet === undefined) throw new Error('not kept');
    other.preparing.label = 'Room 2';
    other.presets.take(quiet);
    expect([other.preparing.label, other.preparing.depth]).toEqual(['Room 2', 'deeper']);
    expect(other.setup.beats).toBe('none'); // until this person was asked
    other.setup.seizureHistory = 'no';
    setup.breath.ownRate = undefined;
    expect(other.setup.plan).toEqual(setup.plan);
    expect(other.setup.plan).not.toEqual(plan); // the rate was theirs
    expect(other.presets.isSet(quiet)).toBe(true);
  });

  it('is put back by undo, with what was set before', async () => {
    const { preparing, presets, setup } = await opened();
    await presets.keep('Infusion');
    setup.chooseRoute('lozenge');
    setup.lozengeHold = 12;
    const [preset] = presets.all;
    if (preset === undefined) throw new Error('not kept');
    presets.take(preset);
    expect([setup.route, preparing.taking.taken]).toEqual(['iv', preset.id]);
    preparing.taking.undo();
    expect([setup.route, setup.lozengeHold, preparing.taking.taken]).toEqual(['lozenge', 12, undefined]);
  });

  it('is renamed, replaced and deleted, each to be taken back, for good', async () => {
    const { presets, setup } = await opened();
    await presets.keep('A');
    const kept = () => presets.all[0] ?? expect.fail('none is kept');
    await presets.rename(kept(), 'B');
    expect([names(presets), presets.change?.what]).toEqual([['B'], 'renamed']);
    setup.chooseRoute('im');
    await presets.replace(kept());
    expect([kept().name, kept().settled.route]).toEqual(['B', 'im']);
    await presets.undo();
    expect(kept().settled.route).toBe('iv');
    await presets.remove(kept());
    expect(names((await opened()).presets)).toEqual([]);
    await presets.undo();
    expect([names(presets), names((await opened()).presets)]).toEqual([['B'], ['B']]);
  });

  // Mutants, each red: own sounds left out of what is kept; the guide's name not kept.
  it('names what of it is gone', async () => {
    const { presets, setup } = await opened();
    const lake: OwnSound = { id: 'own.k3', title: 'Lake', kind: 'nature', seconds: 90 };
    setup.useMix({
      beds: [{ sound: lake.id, level: 0, muted: false, phases: {} }],
      levels: setup.levels,
      own: [lake],
    });
    setup.guide = { ...setup.guide, id: 'guide.ida', name: 'Ida' };
    await presets.keep('By the lake');

    const other = await opened();
    const [preset] = other.presets.all;
    if (preset === undefined) throw new Error('not kept');
    other.presets.take(preset);
    await other.preparing.taking.settled();
    expect(other.setup.gone.map(({ title }) => title)).toEqual(['Lake']);
    expect([other.preparing.taking.guideGone, other.setup.guide.name]).toEqual(['Ida', undefined]);
    await other.planning.chooseGuide(other.setup, 'speechless');
    expect(other.preparing.taking.guideGone).toBeUndefined();
  });

  it('there is none, and no last session, on a new device', async () => {
    const { presets, last } = await opened();
    expect([presets.all, last]).toEqual([[], undefined]);
  });
});
