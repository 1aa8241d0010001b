import { beforeEach, describe, expect, it } from 'vitest';
import { createConnection } from '#storage/connection.ts';
import { createShelf } from '#storage/shelf.ts';
import { emptied } from './emptied.ts';

interface Mix {
  readonly id: string;
  readonly name: string;
}

function mixOf(value: unknown): Mix | undefined {
  const mix = value as Partial<Mix>;
  return typeof mix.name === 'string' ? (mix as Mix) : undefined;
}

beforeEach(emptied);

/** The database as the first released app left it, with something in it. */
function firstSchema(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('undertone', 1);
    request.onupgradeneeded = () => {
      for (const name of ['sessions', 'events', 'alive']) request.result.createObjectStore(name);
    };
    request.onerror = () => reject(new Error('not opened'));
    request.onsuccess = () => {
      const writing = request.result.transaction('sessions', 'readwrite');
      writing.objectStore('sessions').put({ kept: true }, 'old');
      writing.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

describe('a shelf', () => {
  it('gives back what was kept, replaces what has the same id, and lets go of what is removed', async () => {
    const shelf = createShelf(createConnection(indexedDB).store('mixes'), mixOf);
    expect(await shelf.keep({ id: 'a', name: 'sea' })).toEqual({ ok: true, value: undefined });
    await shelf.keep({ id: 'b', name: 'rain' });
    await shelf.keep({ id: 'a', name: 'sea and bowls' });
    expect([...(await shelf.all())].sort((one, other) => one.id.localeCompare(other.id))).toEqual([
      { id: 'a', name: 'sea and bowls' },
      { id: 'b', name: 'rain' },
    ]);
    await shelf.remove('a');
    expect(await shelf.all()).toEqual([{ id: 'b', name: 'rain' }]);
  });

  // Mutant: no `abort` -> fails: the first is there.
  it('keeps several at once, or where one cannot be kept none', async () => {
    const shelf = createShelf(createConnection(indexedDB).store('mixes'), mixOf);
    const [sea, rain] = [
      { id: 'a', name: 'sea' },
      { id: 'b', name: 'rain' },
    ];
    const unkept = await shelf.keepAll([sea, { ...rain, play: () => undefined } as Mix]);
    expect([unkept.ok, await shelf.all()]).toEqual([false, []]);
    expect(await shelf.keepAll([sea, rain])).toEqual({ ok: true, value: undefined });
    expect(await shelf.all()).toEqual([sea, rain]);
  });

  it('does not list what it cannot read', async () => {
    const store = createConnection(indexedDB).store('mixes');
    const any = createShelf(store, (value) => value as { id: string });
    await any.keep({ id: 'newer' });
    expect(await createShelf(store, mixOf).all()).toEqual([]);
    expect(await any.all()).toEqual([{ id: 'newer' }]);
  });

  it('is there in a database that an older app made, beside what that app kept', async () => {
    await firstSchema();
    const connection = createConnection(indexedDB);
    const shelf = createShelf(connection.store('mixes'), mixOf);
    await shelf.keep({ id: 'a', name: 'sea' });
    expect(await shelf.all()).toHaveLength(1);
    const old = createShelf(connection.store('sessions'), (value) => value as { id: string; kept: boolean });
    expect(await old.all()).toEqual([{ kept: true }]);
  });
});
