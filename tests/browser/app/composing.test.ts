import { beforeEach, describe, expect, it } from 'vitest';
import { composing as say } from '#messages/en/composing.ts';
import { PracticeHome } from '#app/practice-home.svelte.ts';
import { openPage } from '../../helpers/planned.ts';
import { emptied } from '../storage/emptied.ts';

beforeEach(emptied);

/** The app as it is opened another day. */
async function opened(): Promise<PracticeHome> {
  let ids = 0;
  const day = crypto.randomUUID();
  const { outside, planning } = openPage({ newId: () => `${day}-${ids++}` });
  const home = await PracticeHome.open(outside, planning);
  home.composing.propose = say.proposed;
  return home;
}

const inWords = ({ composing }: PracticeHome) => composing.parts.map(({ part }) => say.long(part)).join(', ');

/** Breath for three minutes, a bell, silence for five. */
function put({ composing }: PracticeHome): number[] {
  const keys = (['breath', 'bell', 'silence'] as const).map((kind) => composing.add(kind));
  composing.setMinutes(keys[0] ?? 0, 3);
  return keys;
}

describe('a practice that is put together', () => {
  it('is what is chosen as soon as it could be practised, under the name of its parts or its own', async () => {
    const home = await opened();
    home.composing.add('bell');
    expect([home.composing.problem, home.setup.id]).toEqual(['nothing', 'body-scan']);
    home.composing.startAnew();
    put(home);
    expect(home.setup.plan.title).toBe('Slow breath, silence');
    expect(home.setup.plan.phases.map(({ minutes }) => minutes)).toEqual([3, 5]);
    home.composing.rename('  My morning ');
    expect([home.setup.plan.title, home.setup.minutes]).toEqual(['My morning', 8]);
  });

  it('has its parts moved, taken out and had back', async () => {
    const home = await opened();
    const { composing } = home;
    const [breath = 0, bell = 0] = put(home);
    expect(composing.move(breath, 1)).toBe(1);
    expect(inWords(home)).toBe('bell, slow breath 3 minutes, silence 5 minutes');
    expect([composing.move(bell, -1), composing.move(breath, -1)]).toEqual([0, 0]);
    composing.remove(bell);
    expect(inWords(home)).toBe('slow breath 3 minutes, silence 5 minutes');
    expect(home.setup.composed?.parts.length).toBe(2);
    composing.putBack();
    expect(inWords(home)).toBe('slow breath 3 minutes, bell, silence 5 minutes');
    expect([composing.canPutBack, home.setup.composed?.parts.length]).toEqual([false, 3]);
  });

  it('is there another day as it was kept, with its sound, and is what was done last', async () => {
    const home = await opened();
    put(home);
    home.composing.rename('My morning');
    home.setup.toggleBed('rain');
    expect(home.isComposedKept).toBe(false);
    await home.keepComposed();
    expect(home.isComposedKept).toBe(true);
    await home.began();
    const { plan } = home.setup;
    const again = await opened();
    expect(again.setup.plan).toEqual(plan);
    again.takeOffer({ practice: 'sounds' }, 5);
    again.setup.toggleBed('rain');
    const [own] = again.own.all;
    if (own === undefined) throw new Error('it was kept');
    await again.change(own);
    expect(again.setup.plan).toEqual(plan);
    expect([again.isComposedKept, inWords(again)]).toEqual([true, inWords(home)]);
  });

  it('is changed in its place, copied beside itself, deleted and had back', async () => {
    const home = await opened();
    put(home);
    home.composing.rename('My morning');
    await home.keepComposed();
    home.composing.add('bell');
    expect(home.isComposedKept).toBe(false);
    await home.keepComposed();
    expect(home.own.all.map(({ name, parts }) => [name, parts.length])).toEqual([['My morning', 4]]);
    home.composing.copy('Evening');
    await home.keepComposed();
    expect(home.own.all.map(({ name }) => name)).toEqual(['Evening', 'My morning']);
    const [evening] = home.own.all;
    if (evening === undefined) throw new Error('it was kept');
    await home.own.remove(evening);
    expect((await opened()).own.all.map(({ name }) => name)).toEqual(['My morning']);
    await home.own.undo();
    expect((await opened()).own.all.length).toBe(2);
  });
});
