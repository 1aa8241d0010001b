import { describe, expect, it } from 'vitest';
import { clipsOf, createShippedGuide, linesOf, SPEECHLESS } from '#app/guide.ts';
import { createGuides } from '#app/guides.ts';
import { saidBy } from '#session/said-by.ts';
import type { GuideStore, OwnGuide, Recording } from '#storage/guides.ts';
import { shippedPlan } from '../helpers/sessions.ts';

const shipped = createShippedGuide('en');
const plan = shippedPlan('iv');
const mine: OwnGuide = { id: 'mine', name: 'Mine', language: 'en', gaps: 'shipped', madeMs: 2 };

/** What was recorded here, as a test wants it to be. */
function guidesOf(own: readonly OwnGuide[], recordings: ReadonlyMap<string, Recording>) {
  const store = {
    all: () => Promise.resolve(own),
    recordings: () => Promise.resolve(recordings),
    sound: (guide: string, line: string) =>
      Promise.resolve(new TextEncoder().encode(`${guide}/${line}`).buffer),
  } as unknown as GuideStore;
  return createGuides({
    shipped,
    openWhole: () => Promise.resolve(shipped),
    openStore: () => Promise.resolve(store),
  });
}
const recorded = (seconds: number) =>
  new Map([['welcome.here', { text: 'You are here now.', seconds, recordedMs: 7 }]]);

describe('the guides', () => {
  it('are the shipped ones and those recorded here, in the order they were made', async () => {
    const guides = guidesOf([{ ...mine, id: 'late', madeMs: 9 }, mine], new Map());
    expect((await guides.list()).map(({ id }) => id)).toEqual([shipped.id, SPEECHLESS, 'mine', 'late']);
  });

  it('are only the shipped ones where storage is closed', async () => {
    const guides = createGuides({
      shipped,
      openWhole: () => Promise.resolve(shipped),
      openStore: () => Promise.reject(new Error('closed')),
    });
    expect(await guides.list()).toHaveLength(2);
    expect(await guides.open('mine')).toBeUndefined();
  });

  it('an own guide says what it recorded, as it recorded it; the shipped voice fills the gaps', async () => {
    const guide = await guidesOf([mine], recorded(3)).open('mine');
    expect(guide?.line('welcome.here')).toEqual({ text: 'You are here now.', duration: 3 });
    expect(guide?.line('welcome.place')).toEqual(shipped.line('welcome.place'));
    expect(guide?.clip('welcome.place')?.key).toBe(shipped.clip('welcome.place')?.key);
    const bytes = await guide?.clip('welcome.here')?.bytes();
    expect(new TextDecoder().decode(bytes)).toBe('mine/welcome.here');
  });

  it('or leaves them out, if that is what its maker wants', async () => {
    const guide = await guidesOf([{ ...mine, gaps: 'left-out' }], recorded(3)).open('mine');
    expect([guide?.line('welcome.place'), guide?.clip('welcome.place')]).toEqual([undefined, undefined]);
    expect(guide && linesOf(plan, guide)).toEqual(['welcome.here']);
  });

  it('[V1] the speechless one shows every line of a session and asks for no clip', async () => {
    const guide = await guidesOf([], new Map()).open(SPEECHLESS);
    expect(guide && linesOf(plan, guide)).toEqual(linesOf(plan, shipped));
    expect(guide && clipsOf(plan, guide)).toEqual([]);
    expect(guide?.line('anchor.here')).toEqual({ text: 'You are here.', duration: 3.5, unspoken: true });
  });

  it('a recording made anew is another clip', async () => {
    const again = new Map([['welcome.here', { text: '', seconds: 3, recordedMs: 8 }]]);
    const keys = await Promise.all(
      [recorded(3), again].map(
        async (recordings) => (await guidesOf([mine], recordings).open('mine'))?.clip('welcome.here')?.key,
      ),
    );
    expect(new Set(keys).size).toBe(2);
  });

  // Mutant: `asItWas` plays whatever the guide says today -> fails: a clip of other length under the old line.
  it('[V2] for a session that goes on, a line recorded anew in the meantime is told as missing, not said', async () => {
    const then = await guidesOf([mine], recorded(3)).open('mine');
    if (then === undefined) throw new Error('no guide');
    const kept = saidBy(then, linesOf(plan, then));
    const same = await guidesOf([mine], recorded(3)).reopen(kept);
    const anew = await guidesOf([mine], recorded(4)).reopen(kept);
    const gone = await guidesOf([], new Map()).reopen(kept);
    for (const guide of [same, anew, gone]) expect(guide.line('welcome.here')?.duration).toBe(3);
    expect([same, anew, gone].map((guide) => guide.clip('welcome.here') !== undefined)).toEqual([
      true,
      false,
      false,
    ]);
    expect(anew.clip('welcome.place')).toBeDefined();
    expect(gone.name).toBe('Mine');
  });

  it('[V2] a session of an older app is said by the shipped voice', async () => {
    expect(await guidesOf([], new Map()).reopen(undefined)).toBe(shipped);
  });
});
