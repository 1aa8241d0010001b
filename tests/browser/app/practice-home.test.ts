import { beforeEach, describe, expect, it } from 'vitest';
import { PracticeHome, MOST_FAVOURITES } from '#app/practice-home.svelte.ts';
import { openPage } from '../../helpers/planned.ts';
import { emptied } from '../storage/emptied.ts';

beforeEach(emptied);

/** The app as it is opened another day. */
async function opened(): Promise<PracticeHome> {
  const { outside, planning } = openPage();
  return PracticeHome.open(outside, planning);
}

describe('what was done last', () => {
  // Mutants, each red: `takeUp` that leaves the attention out; one that leaves the breath out.
  it('is chosen when the app is opened again, all of it', async () => {
    const home = await opened();
    const { setup } = home;
    expect(home.last).toBeUndefined();
    setup.choose('body-scan');
    setup.setMinutes(17);
    setup.variant = 'trauma-aware';
    setup.attend('hands', 'lingered');
    setup.attend('neck', 'avoided');
    setup.longestSilence = 40;
    setup.talk = 'sparse';
    setup.toggleBed('rain');
    setup.bendBed('rain', 'scan', -6);
    setup.muteBed('ocean', true);
    setup.setLevel('voice', -9);
    setup.bell = 'small-bell';
    setup.bells = { ring: 'every', minutes: 5 };
    setup.breath.chooseFirst({ pattern: [3.3, 0, 5.7, 0.5], title: 'Tide' });
    const { plan } = setup;
    await home.began();
    const again = (await opened()).setup;
    expect(again.plan).toEqual(plan);
    expect(again.breath.first).toMatchObject({ pattern: [3.3, 0, 5.7, 0.5], title: 'Tide' }); // a scan does not follow it
  });

  it('does not stand in the way when it is nothing this app knows', async () => {
    const { outside, planning } = openPage();
    await outside.settings.keep('practice-last', { v: 9, practice: 'levitation' });
    const home = await PracticeHome.open(outside, planning);
    expect([home.last, home.setup.id]).toEqual([undefined, 'body-scan']);
  });
});

describe('favourites', () => {
  it('are kept as they were chosen, the latest first, and had back once taken away', async () => {
    const home = await opened();
    home.takeOffer({ practice: 'bed-time' }, 20);
    await home.toggleFavourite();
    home.takeOffer({ practice: 'breath' }, 5);
    expect(home.isFavourite).toBe(false);
    await home.toggleFavourite();
    expect(home.isFavourite).toBe(true);
    const again = await opened();
    const names = () => again.favourites.map(({ practice, minutes }) => [practice, minutes]);
    const [breath, night] = [
      ['breath', 5],
      ['bed-time', 20],
    ];
    expect(names()).toEqual([breath, night]);
    const [first] = again.favourites;
    if (first === undefined) throw new Error('no favourite');
    await again.removeFavourite(first);
    expect([names(), again.canPutBack]).toEqual([[night], true]);
    await again.putBack();
    expect([names(), again.canPutBack]).toEqual([[breath, night], false]);
    expect((await opened()).favourites).toHaveLength(2);
  });

  it('one too many changes nothing, and another wording is the same favourite', async () => {
    const home = await opened();
    for (let nth = 0; nth < MOST_FAVOURITES + 1; nth++) {
      home.takeOffer({ practice: 'body-scan' }, 3 + nth);
      if (!home.isFavourite) await home.toggleFavourite();
    }
    expect([home.favourites.length, home.isFull]).toEqual([MOST_FAVOURITES, true]);
    home.takeOffer({ practice: 'body-scan' }, 3);
    home.setup.another();
    expect(home.isFavourite).toBe(true);
  });
});

it('what helps with a need sounds as what was chosen before', async () => {
  const home = await opened();
  home.setup.toggleBed('rain');
  home.takeOffer({ practice: 'body-scan', variant: 'bed-time' }, 20);
  const { setup } = home;
  expect([setup.id, setup.variant, setup.minutes]).toEqual(['body-scan', 'bed-time', 20]);
  expect(setup.plan.beds.map(({ sound }) => sound)).toEqual(['ocean', 'rain']);
});
