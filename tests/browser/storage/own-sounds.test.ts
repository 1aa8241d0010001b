import { beforeEach, describe, expect, it } from 'vitest';
import { createConnection, type StoreName } from '#storage/connection.ts';
import { createOwnSoundStore, type KeptSound } from '#storage/own-sounds.ts';
import type { Connection, Writing } from '#storage/store.ts';
import { emptied } from './emptied.ts';

const sound = (id: string, change: Partial<KeptSound> = {}): KeptSound => ({
  id: `own.${id}`,
  title: id,
  kind: 'music',
  seconds: 60,
  loudness: -14,
  truePeak: -1,
  size: 3,
  origin: '',
  notes: '',
  addedMs: 1,
  ...change,
});
const bytes = (text: string) => new Blob([text]);

beforeEach(emptied);

describe('sounds that were brought along', () => {
  it('are kept with their bytes, changed without them, found by their id', async () => {
    const store = createOwnSoundStore(createConnection(indexedDB));
    await store.add(sound('a'), bytes('abc'));
    await store.change(sound('a', { title: 'River', notes: 'at night' }));
    expect(await store.all()).toMatchObject([{ id: 'own.a', title: 'River', notes: 'at night' }]);
    expect(await (await store.bytes('own.a'))?.text()).toBe('abc');
    expect(await store.find('own.a')).toMatchObject({ loudness: -14, truePeak: -1 });
    expect(await store.find('own.b')).toBeUndefined();
  });

  it('are not found while they are being deleted, and gone with their bytes after', async () => {
    const store = createOwnSoundStore(createConnection(indexedDB));
    await store.add(sound('a'), bytes('abc'));
    await store.change(sound('a', { removedMs: 5 }));
    expect(await store.find('own.a')).toBeUndefined();
    expect(await store.all()).toHaveLength(1); // it can still be had back
    await store.remove('own.a');
    expect([await store.all(), await store.bytes('own.a')]).toEqual([[], undefined]);
  });

  // Mutant: any number taken for a level -> fails: it would be turned up by 486 dB.
  it('[ST9] of a loudness that no sound has are left out, and the others are there', async () => {
    const store = createOwnSoundStore(createConnection(indexedDB));
    await store.add(sound('a'), bytes('abc'));
    await store.add(sound('b', { loudness: -500 }), bytes('abc'));
    await store.add(sound('c', { truePeak: 1e9 }), bytes('abc'));
    expect((await store.all()).map(({ id }) => id)).toEqual(['own.a']);
    expect(await store.find('own.b')).toBeUndefined();
  });

  it('are left alone where they are nothing this version knows', async () => {
    const connection = createConnection(indexedDB);
    await connection.together(['sounds'], (store) => store('sounds').put({ v: 9, id: 'own.new' }, 'own.new'));
    const store = createOwnSoundStore(connection);
    expect(await store.all()).toEqual([]);
    await store.add(sound('a'), bytes('abc'));
    expect(await store.all()).toHaveLength(1);
  });

  // Mutant: `add` writes the two in transactions of their own -> a sound without bytes stays behind.
  it('are kept whole or not at all, whichever of the writes fails', async () => {
    for (const broken of ['sounds', 'sound-bytes'] as const) {
      await emptied();
      const whole = createOwnSoundStore(createConnection(indexedDB));
      const failing = createOwnSoundStore(failingAt(createConnection(indexedDB), broken));
      expect(await failing.add(sound('a'), bytes('abc'))).toEqual({ ok: false, problem: 'storage-blocked' });
      expect([await whole.all(), await whole.bytes('own.a')]).toEqual([[], undefined]);
      await whole.add(sound('b'), bytes('abc'));
      expect((await failing.remove('own.b')).ok).toBe(false);
      expect(await (await whole.bytes('own.b'))?.text()).toBe('abc');
      expect(await whole.all()).toHaveLength(1);
    }
  });
});

/** A connection on which whatever is written to one store ends its transaction. */
function failingAt(connection: Connection, broken: StoreName): Connection {
  const guarded = (writing: Writing) => {
    const store = writing as IDBObjectStore; // the plain connection hands out the browser's own
    if (store.name === broken) queueMicrotask(() => store.transaction.abort());
    return store;
  };
  return {
    store: (name) => connection.store(name),
    together: (names, write) => connection.together(names, (store) => write((name) => guarded(store(name)))),
  };
}
