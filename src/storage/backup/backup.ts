import type { Result } from '#session/units.ts';
import { SCHEMA, SOUND_STORES, STORES, type StoreName } from '../connection.ts';
import { wholeEntries } from '../lock/sealed-connection.ts';
import type { Connection } from '../store.ts';
import { told, type StorageProblem } from '../told.ts';
import { joined, partsOf, type Part } from '../value-bytes.ts';
import { valueOf } from '../value-reading.ts';
import { openFile, sealFile, type FileRefusal } from './sealed-file.ts';

/** Everything that is kept on this device as one file, and such a file taken up again. */
export interface BackupStore {
  /** Closed with the passphrase. Rejects where something could not be read: half a backup is none. */
  make(passphrase: string, nowMs: number): Promise<Blob>;
  /** Reads all of it before anything is believed; nothing is written. */
  open(file: Blob, passphrase: string): Promise<Result<OpenedBackup, FileRefusal>>;
  /** All of it in the place of all that is here, or nothing. */
  restore(opened: OpenedBackup): Promise<Result<undefined, StorageProblem>>;
}

export interface OpenedBackup {
  readonly madeMs: number;
  readonly entries: readonly BackupEntry[];
}
type BackupEntry = readonly [store: StoreName, key: IDBValidKey, value: unknown];

const LENGTH_BYTES = 8;

/** `iterations` of the derivation of a key; tests of everything else take fewer. */
export function createBackupStore(connection: Connection, crypto: Crypto, iterations?: number): BackupStore {
  return {
    make: (passphrase, nowMs) => sealFile(crypto, passphrase, contents(connection, nowMs), iterations),
    async open(file, passphrase) {
      const opened = await openFile(crypto, passphrase, file);
      if (!opened.ok) return opened;
      try {
        return await readBackup(records(opened.value.pieces()));
      } catch {
        return { ok: false, problem: 'damaged' };
      }
    },
    restore: ({ entries }) =>
      told(
        connection.together(STORES, (store) => {
          for (const name of STORES) store(name).clear();
          for (const [name, key, value] of entries) store(name).put(value, key);
        }),
      ),
  };
}

/** First what it is and when it was made; then each value with its store and key. Every one says how long it is. */
async function* contents(connection: Connection, madeMs: number): AsyncGenerator<Part> {
  yield* record({ schema: SCHEMA, madeMs });
  for (const name of STORES)
    for await (const [key, value] of entriesOf(connection, name)) yield* record([name, key, value]);
}

async function* entriesOf(
  connection: Connection,
  name: StoreName,
): AsyncGenerator<readonly [IDBValidKey, unknown]> {
  const store = connection.store(name);
  if (!SOUND_STORES.includes(name)) return yield* await wholeEntries(store);
  for (const key of await store.keys()) yield [key, await store.get(key)];
}

function record(value: unknown): Part[] {
  const parts = partsOf(value);
  const length = new Uint8Array(LENGTH_BYTES);
  const sizes = parts.map((part) => (part instanceof Blob ? part.size : part.length));
  new DataView(length.buffer).setFloat64(
    0,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  return [length, ...parts];
}

async function* records(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<unknown> {
  let rest: Uint8Array<ArrayBuffer>[] = [];
  let have = 0;
  for await (const piece of pieces) {
    rest.push(piece);
    have += piece.length;
    if (have < wanted(rest)) continue; // a long sound: its pieces are joined once, at its end
    const bytes = joined(rest);
    let at = 0;
    while (bytes.length - at >= LENGTH_BYTES) {
      const to = at + LENGTH_BYTES + lengthAt(bytes, at);
      if (!(to <= bytes.length)) break;
      yield valueOf(bytes.slice(at + LENGTH_BYTES, to));
      at = to;
    }
    rest = at < bytes.length ? [bytes.slice(at)] : [];
    have = bytes.length - at;
  }
  if (have > 0) throw new RangeError('it ends in the middle of something');
}

/** How many bytes there have to be until the first record is whole. */
function wanted([first]: readonly Uint8Array<ArrayBuffer>[]): number {
  if (first === undefined || first.length < LENGTH_BYTES) return 0;
  return LENGTH_BYTES + lengthAt(first, 0);
}

function lengthAt(bytes: Uint8Array<ArrayBuffer>, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getFloat64(at);
}

async function readBackup(all: AsyncGenerator<unknown>): Promise<Result<OpenedBackup, FileRefusal>> {
  const first = await all.next();
  const { schema, madeMs } = Object(first.value) as Record<string, unknown>;
  if (typeof schema !== 'number' || !isMoment(madeMs)) return { ok: false, problem: 'damaged' };
  if (schema > SCHEMA) return { ok: false, problem: 'newer' };
  const entries: BackupEntry[] = [];
  for await (const each of all) {
    if (!isEntry(each)) return { ok: false, problem: 'damaged' };
    entries.push(each);
  }
  return { ok: true, value: { madeMs, entries } };
}

/** Whoever knows the passphrase can write anything: what no database takes is found before anything is cleared [ST8]. */
function isEntry(value: unknown): value is BackupEntry {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [name, key] = value as unknown[];
  return STORES.some((store) => store === name) && isKey(key);
}

/** The keys that stores of this app have: texts, numbers, and a few of those in a row. */
function isKey(value: unknown): value is IDBValidKey {
  if (Array.isArray(value))
    return value.length <= 4 && value.every((part) => !Array.isArray(part) && isKey(part));
  return typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value));
}

/** As far as dates go; others cannot be told. */
function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15;
}
