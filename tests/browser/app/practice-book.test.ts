import { beforeEach, describe, expect, it } from 'vitest';
import { PracticeBook, type PlannedDraft } from '#app/days/practice-book.svelte.ts';
import { createConnection } from '#storage/connection.ts';
import { createSettings } from '#storage/settings.ts';
import { emptied } from '../storage/emptied.ts';

beforeEach(emptied);

let nth = 0;
const newId = () => `id-${nth++}`;
const open = () =>
  PracticeBook.open({ settings: createSettings(createConnection(indexedDB).store('settings')), newId });
const draft: PlannedDraft = {
  ...{ id: undefined, practice: 'breath', minutes: 5, time: 480, note: '' },
  rhythm: { kind: 'after', days: 3 },
};
/** What another visit finds, once it is on the disk. */
const kept = async () => (await open()).plan;

describe('the practice plan on a device', () => {
  // Mutant: nothing kept in `undo` -> fails.
  it('is there on another visit: put in, changed, taken out and had back', async () => {
    const book = await open();
    book.put(draft, '2026-11-24');
    await expect.poll(kept).toEqual(book.plan);
    const [planned] = book.plan.practices;
    if (planned === undefined) throw new Error('nothing is planned');
    book.put({ ...planned, minutes: 10 });
    expect(book.plan).toMatchObject({ session: '2026-11-24', practices: [{ minutes: 10, revision: 1 }] });
    book.remove(planned.id);
    await expect.poll(async () => (await kept()).practices).toEqual([]);
    expect(book.last).toBe('removed');
    book.undo();
    expect(book.last).toBeUndefined();
    await expect.poll(kept).toMatchObject({ practices: [{ id: planned.id, minutes: 10 }] });
  });

  it('says where it could not be kept, and holds until the page is closed', async () => {
    const refuses = {
      load: () => Promise.resolve(undefined),
      keep: () => Promise.resolve({ ok: false, problem: 'storage-full' } as const),
    };
    const book = await PracticeBook.open({ settings: refuses, newId });
    book.put(draft);
    await expect.poll(() => book.notKept).toBe(true);
    expect(book.plan.practices).toHaveLength(1);
  });
});
