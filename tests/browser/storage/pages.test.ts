import { beforeEach, describe, expect, it } from 'vitest';
import { createConnection, type StoreName } from '#storage/connection.ts';
import { createPageStore } from '#storage/pages.ts';
import type { Connection, Writing } from '#storage/store.ts';
import { manyPages, NOON, pageWith } from '../../helpers/journal.ts';
import { emptied } from './emptied.ts';

const sound = (text: string) => new TextEncoder().encode(text).buffer;
const heard = (bytes: ArrayBuffer | undefined) => bytes && new TextDecoder().decode(bytes);
const spoken = (...ids: string[]) => ids.map((id) => ({ id, seconds: 2, madeMs: NOON }));

/** All that lies in the two stores, as it lies there. */
async function onDisk(): Promise<{ pages: unknown[]; sounds: IDBValidKey[] }> {
  const connection = createConnection(indexedDB);
  return {
    pages: await connection.store('pages').values(),
    sounds: await connection.store('page-sounds').keys(),
  };
}

beforeEach(emptied);

describe('a person’s pages', () => {
  it('are kept with what was spoken, and listed without it', async () => {
    const store = createPageStore(createConnection(indexedDB));
    const page = pageWith({ mood: 'open', spoken: spoken('a') });
    expect(await store.keep(page, { id: 'a', sound: sound('hello') })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await store.all()).toEqual({ pages: [page], unreadable: 0 });
    expect(heard(await store.sound(page.id, 'a'))).toBe('hello');
  });

  // Mutant: `remove` without the line of 'page-sounds' -> red: the voice stays on the disk.
  it('are gone with all that was spoken once they are deleted, and come back whole', async () => {
    const store = createPageStore(createConnection(indexedDB));
    const [page, other] = [
      pageWith({ spoken: spoken('a', 'b') }),
      pageWith({ id: 'page-10', spoken: spoken('a') }),
    ];
    await store.keep(page, { id: 'a', sound: sound('one') }, { id: 'b', sound: sound('two') });
    await store.keep(other, { id: 'a', sound: sound('other') });
    const removed = await store.remove(page);
    expect(await onDisk()).toMatchObject({ pages: [{ id: 'page-10' }], sounds: [['page-10', 'a']] });
    if (!removed.ok) throw new Error('it was not deleted');
    await store.keep(removed.value.page, ...removed.value.sounds);
    expect([heard(await store.sound(page.id, 'a')), heard(await store.sound(page.id, 'b'))]).toEqual([
      'one',
      'two',
    ]);
    expect((await store.all()).pages).toHaveLength(2);
  });

  it('that a newer app wrote are left alone until all of it is deleted', async () => {
    const connection = createConnection(indexedDB);
    await connection.together(['pages'], (store) => store('pages').put({ v: 9, id: 'new' }, 'new'));
    const store = createPageStore(connection);
    await store.keep(pageWith());
    expect(await store.all()).toMatchObject({ pages: [{ id: 'page-1' }], unreadable: 1 });
    await store.removeAll();
    expect(await onDisk()).toEqual({ pages: [], sounds: [] });
  });

  // Mutant: `keep` that writes page and sounds in transactions of their own -> red.
  it('are kept with their sounds whole or not at all, whichever of the writes does not go through', async () => {
    for (const broken of ['pages', 'page-sounds'] as const) {
      await emptied();
      const refused = createPageStore(refusing(createConnection(indexedDB), broken));
      const page = pageWith({ spoken: spoken('a') });
      expect((await refused.keep(page, { id: 'a', sound: sound('x') })).ok).toBe(false);
      expect(await onDisk()).toEqual({ pages: [], sounds: [] });
      await createPageStore(createConnection(indexedDB)).keep(page, { id: 'a', sound: sound('x') });
      expect((await refused.remove(page)).ok).toBe(false);
      expect(await onDisk()).toMatchObject({ pages: [{ id: 'page-1' }], sounds: [['page-1', 'a']] });
    }
  });

  it('are two thousand, each as it was written', async () => {
    const connection = createConnection(indexedDB);
    const pages = manyPages(2000, NOON);
    const store = createPageStore(connection);
    await Promise.all(pages.map((page) => store.keep(page)));
    const all = await store.all();
    expect(all.pages.toSorted((one, other) => other.beganMs - one.beganMs)).toEqual(pages);
  });
});

describe('a database from before journals', () => {
  // Mutant: the upgrade deletes what it does not list -> red.
  it('opens with everything in it, and takes pages', async () => {
    const old: Record<string, unknown> = {
      sessions: { id: 's', plan: 'x' },
      settings: 'night',
      records: { v: 1 },
    };
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('undertone', 4);
      opening.onupgradeneeded = () => {
        for (const name of OF_SCHEMA_4) opening.result.createObjectStore(name);
        for (const [name, value] of Object.entries(old))
          opening.transaction?.objectStore(name).put(value, 'kept');
      };
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
      opening.onerror = () => reject(new Error('no old database'));
    });
    const connection = createConnection(indexedDB);
    await createPageStore(connection).keep(pageWith());
    expect((await createPageStore(connection).all()).pages).toHaveLength(1);
    for (const [name, value] of Object.entries(old))
      expect(await connection.store(name as StoreName).get('kept')).toEqual(value);
  });
});

const OF_SCHEMA_4 = [
  ...['sessions', 'events', 'alive', 'settings', 'patterns', 'mixes', 'guides', 'clips', 'sounds'],
  ...['sound-bytes', 'records', 'anchor-lines'],
];

/** A connection on which whatever is written to one store ends its transaction. */
function refusing(connection: Connection, broken: StoreName): Connection {
  const guarded = (writing: Writing) => {
    const store = writing as IDBObjectStore; // the plain connection hands out the browser's own
    if (store.name === broken) queueMicrotask(() => store.transaction.abort());
    return store;
  };
  return {
    store: (name) => connection.store(name),
    together: (names, write, onlyIf) =>
      connection.together(names, (store) => write((name) => guarded(store(name))), onlyIf),
  };
}
