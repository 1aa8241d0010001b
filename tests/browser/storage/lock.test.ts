import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBackupStore } from '#storage/backup/backup.ts';
import { createConnection, SEALED_DATABASE, STORES } from '#storage/connection.ts';
import { readLock } from '#storage/lock/lock-record.ts';
import { createLock } from '#storage/lock/lock.ts';
import { createSealedConnection } from '#storage/lock/sealed-connection.ts';
import { importedKey, newKeyBytes } from '#storage/lock/wrapped-key.ts';
import { ITERATIONS } from '#storage/passphrase.ts';
import type { Connection } from '#storage/store.ts';
import { bytesOf } from '#storage/value-bytes.ts';
import { anyData, type Entry } from '../../helpers/any-data.ts';
import { KEEPS_FILES } from '../../helpers/engines.ts';
import { emptied } from './emptied.ts';

/** How many random devices; `npm run reliability` asks for more. */
const RUNS = Math.ceil(Number(import.meta.env['VITE_RUNS'] ?? 50) / 5);
const PASSPHRASE = 'tide and lantern';

const lock = (factory: IDBFactory = indexedDB) => createLock({ factory, crypto, iterations: 10 });
const plain = () => createConnection(indexedDB);
const closed = () => createConnection(indexedDB, SEALED_DATABASE);

async function keep(connection: Connection, entries: readonly Entry[]): Promise<void> {
  await connection.together(STORES, (store) => {
    for (const [name, key, value] of entries) store(name).put(value, key);
  });
}

/** All that a connection gives, to the byte. */
async function everything(connection: Connection): Promise<string> {
  const all = await Promise.all(
    STORES.map(async (name) => [name, await connection.store(name).entries()] as const),
  );
  return new Uint8Array(await crypto.subtle.digest('SHA-256', await bytesOf(all))).toString();
}

async function unlocked(passphrase = PASSPHRASE): Promise<Connection> {
  const opened = await lock().unlock(passphrase);
  if (!opened.ok) throw new Error(opened.problem);
  return opened.value;
}

async function sealedHere(): Promise<Connection> {
  return createSealedConnection(closed(), { crypto, key: await importedKey(crypto, newKeyBytes(crypto)) });
}

/** Reaches into what is closed as nobody should. */
async function tamper(change: (bytes: Uint8Array, at: number) => void): Promise<void> {
  const [[key, value] = ['', new Uint8Array()]] = await closed().store('pages').entries();
  const bytes = (value as Uint8Array).slice();
  change(bytes, bytes.length - 1);
  await closed().store('pages').put(bytes, key);
}

const SOME: readonly Entry[] = [
  ['pages', 'page', { v: 1, text: 'the lake' }],
  ['events', ['one', 0], { v: 1, event: { type: 'noted', text: 'tearful', seq: 0 } }],
  ['sound-bytes', 'own.a', KEEPS_FILES ? new Blob(['la la'], { type: 'audio/mpeg' }) : new Uint8Array(5)],
];

beforeEach(async () => {
  await lock().wipe();
  await emptied();
});

describe('the lock', () => {
  it(`closes and lays open again ${RUNS} random devices, to the byte`, { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyData(KEEPS_FILES), async (entries) => {
        await lock().wipe();
        await keep(plain(), entries);
        const before = await everything(plain());
        expect(await lock().turnOn(PASSPHRASE)).toEqual({ ok: true, value: undefined });
        expect(await everything(await unlocked())).toBe(before);
        expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('undertone');
        expect(await lock().turnOff(PASSPHRASE)).toEqual({ ok: true, value: undefined });
        expect([await lock().isOn(), await everything(plain())]).toEqual([false, before]);
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps a wrapped key made with six hundred thousand rounds, and nothing of the passphrase', async () => {
    await createLock({ factory: indexedDB, crypto }).turnOn(PASSPHRASE);
    const kept = await readLock(indexedDB);
    expect([kept?.iterations, ITERATIONS]).toEqual([600_000, 600_000]);
    expect(Object.keys(kept ?? {}).sort()).toEqual(['iterations', 'iv', 'salt', 'v', 'wrapped']);
    expect(kept?.wrapped).toHaveLength(32 + 16);
  });

  // Mutants: `unwrapKey` that answers the bytes it was given where decryption fails -> red.
  it('opens nothing with another passphrase, and everything is as it was', async () => {
    await keep(plain(), SOME);
    const before = await everything(plain());
    await lock().turnOn(PASSPHRASE);
    const asItLies = await everything(closed());
    for (const wrong of ['', 'tide and lanterns', 'Tide and lantern', `${PASSPHRASE} `])
      expect(await lock().unlock(wrong)).toEqual({ ok: false, problem: 'wrong-passphrase' });
    expect(await lock().turnOff('tide')).toEqual({ ok: false, problem: 'wrong-passphrase' });
    expect(await lock().changePassphrase('tide', 'other')).toEqual({
      ok: false,
      problem: 'wrong-passphrase',
    });
    expect([await everything(closed()), await everything(await unlocked())]).toEqual([asItLies, before]);
  });

  it('takes another passphrase without closing everything anew; the one before opens nothing then', async () => {
    await keep(plain(), SOME);
    const before = await everything(plain());
    await lock().turnOn(PASSPHRASE);
    const asItLies = await everything(closed());
    expect((await lock().changePassphrase(PASSPHRASE, 'harbour at dusk')).ok).toBe(true);
    expect((await lock().unlock(PASSPHRASE)).ok).toBe(false);
    expect([await everything(closed()), await everything(await unlocked('harbour at dusk'))]).toEqual([
      asItLies,
      before,
    ]);
  });

  // Mutant: `turnOn` that does not look whether it is on -> red: what is closed is gone.
  it('is not turned on where it is on', async () => {
    await keep(plain(), SOME);
    const before = await everything(plain());
    await lock().turnOn(PASSPHRASE);
    expect((await lock().turnOn('another one')).ok).toBe(false);
    expect(await everything(await unlocked())).toBe(before);
  });

  it('leaves nothing behind when it is wiped', async () => {
    await keep(plain(), SOME);
    await lock().turnOn(PASSPHRASE);
    await lock().wipe();
    expect((await indexedDB.databases()).filter(({ name }) => name?.startsWith('undertone'))).toEqual([]);
  });
});

/** A browser that dies at its n-th request to a database. */
function dyingAt(nth: number): { factory: IDBFactory; died: () => boolean } {
  let asked = 0;
  const die = () => {
    if (++asked >= nth) throw new DOMException('gone', 'AbortError');
  };
  const factory = new Proxy(indexedDB, {
    get(_, name: 'open' | 'deleteDatabase' | 'databases') {
      if (name === 'databases') return () => indexedDB.databases();
      if (name === 'deleteDatabase')
        return (database: string) => {
          die();
          return indexedDB.deleteDatabase(database);
        };
      return (database: string, version: number) => {
        die();
        const request = indexedDB.open(database, version);
        request.addEventListener('success', () => {
          const { result } = request;
          const transaction = result.transaction.bind(result);
          result.transaction = (...args) => {
            die();
            return transaction(...args);
          };
        });
        return request;
      };
    },
  });
  return { factory, died: () => asked >= nth };
}

describe('cut short at any moment', () => {
  // Mutant: `writeLock` before `copy` -> red; PLAIN deleted before `writeLock` -> red.
  it(
    'turning it on leaves everything where it was, or closed: never neither',
    { timeout: 120_000 },
    async () => {
      for (let nth = 1; ; nth++) {
        await lock().wipe();
        await keep(plain(), SOME);
        const before = await everything(plain());
        const { factory, died } = dyingAt(nth);
        await lock(factory).turnOn(PASSPHRASE);
        const whole = (await lock().isOn()) ? await unlocked() : plain();
        expect([nth, await everything(whole)]).toEqual([nth, before]);
        if (!died()) return expect(nth).toBeGreaterThan(20);
      }
    },
  );

  // Mutants: `writeLock(undefined)` before `copy` -> red; SEALED deleted before `writeLock` -> red.
  it('turning it off leaves everything closed, or open: never neither', { timeout: 120_000 }, async () => {
    for (let nth = 1; ; nth++) {
      await lock().wipe();
      await keep(plain(), SOME);
      const before = await everything(plain());
      await lock().turnOn(PASSPHRASE);
      const { factory, died } = dyingAt(nth);
      await lock(factory).turnOff(PASSPHRASE);
      const whole = (await lock().isOn()) ? await unlocked() : plain();
      expect([nth, await everything(whole)]).toEqual([nth, before]);
      if (!died()) return expect(nth).toBeGreaterThan(20);
    }
  });
});

describe('what is closed', () => {
  it('is not to be read as it lies, and never twice the same', async () => {
    const connection = await sealedHere();
    await connection.store('pages').put('the lake', 'a');
    await connection.store('pages').put('the lake', 'b');
    const [one, other] = await closed().store('pages').values<Uint8Array>();
    expect(new TextDecoder('latin1').decode(one)).not.toContain('lake');
    expect(one?.slice(0, 40)).not.toEqual(other?.slice(0, 40));
  });

  // Mutant: `additionalData` without the key -> red: a value that was moved opens.
  it('opens only where it was put', async () => {
    const connection = await sealedHere();
    await connection.store('pages').put('the lake', 'a');
    const [value] = await closed().store('pages').values();
    await closed().store('pages').put(value, 'b');
    await closed().store('presets').put(value, 'a');
    expect(await connection.store('pages').get('a')).toBe('the lake');
    await expect(connection.store('pages').get('b')).rejects.toThrow();
    await expect(connection.store('presets').get('a')).rejects.toThrow();
  });

  // Mutants: `entries` without its `catch` -> red: nothing of the list can be read; `copy` that does not look for SPOILT -> red.
  it('is refused where a bit was flipped, and all the rest is read', async () => {
    await keep(plain(), [...SOME, ['pages', 'z', { v: 1, text: 'the shore' }]]);
    await lock().turnOn(PASSPHRASE);
    await tamper((bytes, last) => (bytes[last] = (bytes[last] ?? 0) ^ 1));
    const connection = await unlocked();
    await expect(connection.store('pages').get('page')).rejects.toThrow();
    expect(await connection.store('pages').values()).toEqual([{}, { v: 1, text: 'the shore' }]);
    expect(await lock().turnOff(PASSPHRASE)).toEqual({ ok: false, problem: 'not-whole' });
    expect([await lock().isOn(), await connection.store('pages').get('z')]).toEqual([
      true,
      { v: 1, text: 'the shore' },
    ]);
  });

  // Mutant: writes that do not wait for each other (`inTurn` that begins at once) -> red: the earlier, larger one stays.
  it('is written in the order in which it was asked for, and read after it', async () => {
    const connection = await sealedHere();
    const store = connection.store('settings');
    void store.put(new Blob([new Uint8Array(8_000_000)]), 'sheet');
    void store.put('small', 'sheet');
    expect(await store.get('sheet')).toBe('small');
    expect(await store.values()).toEqual(['small']);
  });

  it('is as it was when it was given', async () => {
    const connection = await sealedHere();
    const draft = { text: 'first' };
    const kept = connection.store('settings').put(draft, 'sheet');
    draft.text = 'later';
    await kept;
    expect(await connection.store('settings').get('sheet')).toEqual({ text: 'first' });
  });

  it('is written together or not at all, and only where it is still there', async () => {
    const connection = await sealedHere();
    await expect(
      connection.together(['pages', 'settings'], (store) => {
        store('pages').put('kept', 'first');
        store('settings').put(() => 'no value that can be kept', 'second');
      }),
    ).rejects.toThrow();
    expect(await connection.store('pages').keys()).toEqual([]);
    const gone = { store: 'pages', key: 'first' } as const;
    expect(await connection.together(['pages'], (store) => store('pages').put('x', 'first'), gone)).toBe(
      false,
    );
    expect(await connection.store('pages').keys()).toEqual([]);
  });

  it('goes into a backup, and comes back out of it on a device without a lock', async () => {
    await keep(plain(), SOME);
    const before = await everything(plain());
    await lock().turnOn(PASSPHRASE);
    const file = await createBackupStore(await unlocked(), crypto, 10).make('of the file', 7);
    await lock().wipe();
    const here = createBackupStore(plain(), crypto, 10);
    const opened = await here.open(file, 'of the file');
    if (!opened.ok) throw new Error(opened.problem);
    await here.restore(opened.value);
    expect(await everything(plain())).toBe(before);
  });
});
