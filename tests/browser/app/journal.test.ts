import { beforeEach, describe, expect, it, vi } from 'vitest';
import { JournalPlace } from '#app/journal/journal-place.svelte.ts';
import type { Outside } from '#app/ports.ts';
import { createConnection } from '#storage/connection.ts';
import { createPageStore, type PageStore } from '#storage/pages.ts';
import { createSettings } from '#storage/settings.ts';
import { manyPages, NOON, pageWith } from '../../helpers/journal.ts';
import { emptied } from '../storage/emptied.ts';

const connection = createConnection(indexedDB);
const stored = async () => (await createPageStore(connection).all()).pages;
const full = { ok: false, problem: 'storage-full' } as const;

/** What a journal needs from outside, on the real database. */
function opened(change: Partial<PageStore> = {}): Promise<JournalPlace> {
  let id = 0;
  const needed: Partial<Outside> = {
    nowMs: () => NOON,
    newId: () => `new-${id++}`,
    settings: createSettings(connection.store('settings')),
    openPages: () => Promise.resolve({ ...createPageStore(connection), ...change }),
    openRecords: () => Promise.reject(new Error('none on this device')),
  };
  return JournalPlace.open(needed as Outside);
}
const textOf = ({ text }: { text: string }) => text;

beforeEach(emptied);

describe('a journal', () => {
  // Mutant: a timer that begins anew with each letter -> red: who writes on and on is not kept.
  it('keeps what is written a second later, also while somebody writes on', async () => {
    const { writing } = await opened();
    const begun = performance.now();
    let text = '';
    while (performance.now() - begun < 1600) {
      writing.write((text += 'a'), 'now');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await stored())[0]?.text.length).toBeGreaterThan(3);
    await writing.flush();
    expect(await stored()).toMatchObject([{ text, question: 'now', day: '2026-11-25' }]);
    expect((await opened()).writing.page.text).toBe(text);
  });

  it('has nothing on the disk of a page that was only looked at, or emptied', async () => {
    const { writing } = await opened();
    writing.ask('stays');
    await writing.flush();
    expect(await stored()).toEqual([]);
    writing.feel('even');
    await writing.flush();
    expect(await stored()).toHaveLength(1);
    writing.feel(undefined);
    await writing.flush();
    expect([await stored(), writing.state]).toEqual([[], 'blank']);
  });

  // Mutant: leave() that lets what was on its way be written -> red: the page comes back by itself.
  it('deletes a page with what was still on its way, and gives all of it back', async () => {
    const place = await opened();
    await place.writing.speak(new ArrayBuffer(8), 2, 'now');
    const page = place.writing;
    page.write('and a last word', 'now');
    await place.remove(page);
    page.write('too late', 'now');
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect([await stored(), place.pages]).toEqual([[], []]);
    expect(await createPageStore(connection).sound(page.page.id, 'new-1')).toBeUndefined();
    await place.undo();
    expect(await stored()).toMatchObject([{ text: 'and a last word', spoken: [{ seconds: 2 }] }]);
    expect(place.writing.page.text).toBe('and a last word');
  });

  // Mutant: sound() that asks the disk at once -> red: what was just spoken cannot be heard.
  it('lets what was spoken be heard from the moment its note is shown', async () => {
    const { writing } = await opened();
    const speaking = writing.speak(new ArrayBuffer(8), 2, 'now');
    const [note] = writing.page.spoken;
    expect(note && (await writing.sound(note))).toHaveProperty('byteLength', 8);
    await speaking;
  });

  it('says what the device does not keep, holds it, and keeps it when it can', async () => {
    const keep = vi.fn<PageStore['keep']>(() => Promise.resolve(full));
    const place = await opened({ keep });
    await place.writing.speak(new ArrayBuffer(8), 2, 'now');
    expect([place.writing.state, place.notKept]).toEqual(['not-kept', true]);
    keep.mockImplementation((...kept) => createPageStore(connection).keep(...kept));
    await place.writing.tryAgain();
    expect([place.writing.state, place.notKept]).toEqual(['kept', false]);
    const [page] = await stored();
    expect(await createPageStore(connection).sound(page?.id ?? '', page?.spoken[0]?.id ?? '')).toHaveProperty(
      'byteLength',
      8,
    );
  });

  // Mutant: `change` that writes whether or not the page is there -> red: it comes back from the other window.
  it('leaves deleted what was deleted in another window, and keeps the words anew only when asked to', async () => {
    const here = await opened();
    here.writing.write('one', 'now');
    await here.writing.flush();
    const there = await opened();
    await there.remove(there.writing);
    here.writing.write('one more', 'now');
    await here.writing.flush();
    expect([await stored(), here.writing.state, here.pages]).toEqual([[], 'gone', []]);
    here.writing.write('and more', 'now');
    await here.writing.flush();
    expect(await stored()).toEqual([]);
    await here.writing.keepAnew();
    expect([(await stored()).map(({ text }) => text), here.writing.state]).toEqual([['and more'], 'kept']);
  });

  it('of two thousand pages is looked through by month, day and word', async () => {
    await connection.together(['pages'], (store) => {
      for (const page of manyPages(2000, NOON)) store('pages').put({ v: 1, ...page }, page.id);
    });
    const place = await opened();
    expect(place.pages).toHaveLength(2000);
    const month = place.shown(textOf);
    expect(month.every(({ day }) => day.startsWith('2026-11'))).toBe(true);
    expect([...place.days.values()].reduce((sum, count) => sum + count)).toBe(month.length);
    place.words = 'LIGHTHOUSE';
    const found = place.shown(textOf);
    expect(found).toHaveLength(Math.ceil(2000 / 7));
    expect(found.every(({ text }) => text.includes('lighthouse'))).toBe(true);
  });

  it('has the page of today again, and begins another beside it', async () => {
    await createPageStore(connection).keep(pageWith({ id: 'today', text: 'morning' }));
    await createPageStore(connection).keep(pageWith({ id: 'old', day: '2026-11-24', beganMs: NOON - 1e8 }));
    const place = await opened();
    expect(place.writing.page.id).toBe('today');
    await place.begin();
    place.writing.write('evening', 'now');
    await place.flush();
    expect(place.pages.map(({ text }) => text)).toEqual(['evening', 'morning', pageWith().text]);
  });
});
