import { beforeEach, describe, expect, it } from 'vitest';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import { createAnchorShelf } from '#storage/anchor-lines.ts';
import { createConnection } from '#storage/connection.ts';
import { createGuideStore } from '#storage/guides.ts';
import { createJournal } from '#storage/journal.ts';
import { createMixShelf } from '#storage/mixes.ts';
import { createPracticeShelf } from '#storage/own-practices.ts';
import { createPageStore } from '#storage/pages.ts';
import { createPatternShelf } from '#storage/patterns.ts';
import { createPresetShelf } from '#storage/presets.ts';
import { createRecordStore } from '#storage/records.ts';
import { createSettings } from '#storage/settings.ts';
import { sha256Of } from '#storage/sha-256.ts';
import { emptied } from './emptied.ts';

interface Fixture {
  readonly schema: number;
  readonly stores: Readonly<Record<string, readonly (readonly [IDBValidKey, unknown])[]>>;
}

const fixtures = Object.values(
  import.meta.glob<Fixture>('../../fixtures/schemas/*.json', { eager: true, import: 'default' }),
).sort((one, other) => one.schema - other.schema);

/** JSON has no bytes; a fixture writes them as `{ bytes }`. */
function withBytes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if ('bytes' in value) return Uint8Array.from(atob(String(value.bytes)), (c) => c.charCodeAt(0)).buffer;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withBytes(inner)]));
}

/** The database as an app of that schema left it. */
function left({ schema, stores }: Fixture): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('undertone', schema);
    request.onupgradeneeded = () => {
      for (const [name, entries] of Object.entries(stores)) {
        const store = request.result.createObjectStore(name);
        for (const [key, value] of entries) store.put(withBytes(value), key);
      }
    };
    request.onerror = () => reject(new Error('not opened'));
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

/** Everything in the database, store by store, and its schema; opened as whatever it is. */
function found(): Promise<Fixture> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('undertone');
    request.onerror = () => reject(new Error('not opened'));
    request.onsuccess = () => {
      const { result: database } = request;
      const names = [...database.objectStoreNames];
      const reading = database.transaction(names);
      const stores: Record<string, [IDBValidKey, unknown][]> = {};
      for (const name of names) {
        const entries: [IDBValidKey, unknown][] = (stores[name] = []);
        reading.objectStore(name).openCursor().onsuccess = ({ target }) => {
          const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
          if (cursor === null) return;
          entries.push([cursor.key, cursor.value]);
          cursor.continue();
        };
      }
      reading.oncomplete = () => {
        database.close();
        resolve({ schema: database.version, stores });
      };
    };
  });
}

const plan = routes.nasal.build(defaultChoices(routes.nasal));

beforeEach(emptied);

describe('a database of an older app', () => {
  it('has a fixture for every schema there was', async () => {
    await createConnection(indexedDB).store('settings').keys();
    const { schema } = await found();
    expect(fixtures.map((each) => each.schema)).toEqual(Array.from({ length: schema }, (_, nth) => nth + 1));
  });

  it.each(fixtures)('[ST1] is read whole where it was left under schema $schema', async (fixture) => {
    await left(fixture);
    const connection = createConnection(indexedDB);
    const digest = sha256Of(crypto);
    const { schema } = fixture;

    const open = await createJournal(connection, digest).unfinished();
    expect(open).toMatchObject({ id: 'left', alive: { wallMs: expect.any(Number) as number } });
    expect(open?.log.at(-1)).toMatchObject({ type: 'noted', text: 'schmeckt süß' });
    const records = createRecordStore(connection, digest);
    expect(await records.list()).toMatchObject({ records: [{ id: 'finished' }], unreadable: 0 });
    const record = await records.open('finished');
    expect([record?.log.length, record?.chain.kind]).toEqual([4, schema < 3 ? 'none' : 'whole']);

    const own = await Promise.all([
      createSettings(connection.store('settings')).load('side', (side) => side),
      createPatternShelf(connection).all(),
      createMixShelf(connection).all(),
      createGuideStore(connection).all(),
      createAnchorShelf(connection).all(),
      createPresetShelf(connection).all(),
      createPageStore(connection).all(),
      createPracticeShelf(connection).all(),
    ]);
    const since = (first: number, value: unknown) => (schema < first ? undefined : value);
    const [side, patterns, mixes, guides, anchors, presets, pages, practices] = own;
    expect({
      side,
      patterns: patterns[0]?.id,
      mixes: mixes[0]?.id,
      guides: guides[0]?.id,
      anchors: anchors[0]?.id,
      presets: presets[0]?.id,
      pages: pages.pages[0]?.text,
      practices: practices[0]?.id,
    }).toEqual({
      side: since(2, 'clinic'),
      patterns: since(2, 'calm'),
      mixes: since(2, 'sea'),
      guides: since(2, 'mine'),
      anchors: since(4, 'anchor-line.a1'),
      presets: since(5, 'mild'),
      pages: since(6, 'Ein ruhiger Tag.'),
      practices: since(7, 'k3'),
    });
  });

  it.each(fixtures)('[ST1] of schema $schema keeps what it had, byte for byte', async (fixture) => {
    await left(fixture);
    const before = await found();
    await createConnection(indexedDB).store('settings').keys();
    const { stores } = await found();
    for (const [name, entries] of Object.entries(before.stores)) expect(stores[name]).toEqual(entries);
  });
});

describe('a database of a newer app', () => {
  const newer: Fixture = { schema: 99, stores: { sessions: [['one', { v: 9 }]], later: [['a', 'b']] } };

  it('[ST2] is refused with a word of its own, and nothing of it is touched', async () => {
    await left(newer);
    const connection = createConnection(indexedDB);
    const journal = createJournal(connection, sha256Of(crypto));
    const refused = { ok: false, problem: 'storage-newer' };
    expect(await journal.append('one', [])).toEqual(refused);
    expect(await journal.begin({ id: 'one', plan, beganMs: 5 })).toEqual(refused);
    expect(await createSettings(connection.store('settings')).keep('side', 'home')).toEqual(refused);
    expect(await found()).toEqual(newer);
  });
});
