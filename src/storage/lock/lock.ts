import type { Result } from '#session/units.ts';
import {
  createConnection,
  isFull,
  PLAIN_DATABASE,
  SEALED_DATABASE,
  SOUND_STORES,
  STORES,
} from '../connection.ts';
import type { Connection } from '../store.ts';
import type { StorageProblem } from '../told.ts';
import { bytesOf } from '../value-bytes.ts';
import { deleteDatabase, deleteLock, readLock, writeLock } from './lock-record.ts';
import { createSealedConnection, NotWhole, wholeEntries } from './sealed-connection.ts';
import { deleteBrooms, makeBrooms, sweepPlain } from './sweeping.ts';
import { importedKey, newKeyBytes, unwrapKey, wrapKey } from './wrapped-key.ts';

export type LockProblem = StorageProblem | 'wrong-passphrase' | 'not-whole' | 'session-runs';

/** The lock on all that is kept. Not while a session runs: whoever calls sees to that. */
export interface Lock {
  isOn(): Promise<boolean>;
  /** Everything opened with the passphrase; a wrong one opens nothing. */
  unlock(passphrase: string): Promise<Result<Connection, LockProblem>>;
  /** Whether it is the right one; nothing is opened. */
  fits(passphrase: string): Promise<boolean>;
  /** Closes all that lies open. Until its last step everything is where it was; `mayFinish` is asked before that. */
  turnOn(passphrase: string, mayFinish?: MayFinish): Promise<Result<undefined, LockProblem>>;
  /** Lays everything open again. The same. */
  turnOff(passphrase: string, mayFinish?: MayFinish): Promise<Result<undefined, LockProblem>>;
  changePassphrase(from: string, to: string): Promise<Result<undefined, LockProblem>>;
  /** Deletes everything that this app keeps on the device. */
  wipe(): Promise<void>;
}

/** False where a session was begun meanwhile: what it writes is not in what was copied. */
type MayFinish = () => Promise<boolean>;
const ALWAYS: MayFinish = () => Promise.resolve(true);

interface Around {
  readonly factory: IDBFactory;
  readonly crypto: Crypto;
  /** Another page has turned the lock off, or wiped everything. */
  readonly onDeleted?: () => void;
  /** Of the derivation; tests of everything else take fewer. */
  readonly iterations?: number;
}

export function createLock(around: Around): Lock {
  const { factory, crypto, iterations } = around;
  const withKey = (passphrase: string, work: (key: KeyBytes) => Promise<void>) =>
    attempted(async () => {
      const key = await keyOf(around, passphrase);
      if (key === undefined) throw new WrongPassphrase();
      await work(key);
    });
  return {
    isOn: async () => (await readLock(factory)) !== undefined,
    async unlock(passphrase) {
      const key = await keyOf(around, passphrase);
      if (key === undefined) return { ok: false, problem: 'wrong-passphrase' };
      await deleteOpen(factory).catch(() => undefined);
      return { ok: true, value: await sealedWith(around, key, around.onDeleted) };
    },
    fits: async (passphrase) => (await keyOf(around, passphrase)) !== undefined,
    turnOn: (passphrase, mayFinish = ALWAYS) => attempted(() => turnOn(around, passphrase, mayFinish)),
    turnOff: (passphrase, mayFinish = ALWAYS) =>
      withKey(passphrase, (key) => turnOff(around, key, mayFinish)),
    changePassphrase: (from, to) =>
      withKey(from, async (key) => writeLock(factory, await wrapKey(crypto, key, to, iterations))),
    async wipe() {
      // The key first: a page that is loaded again in the middle would ask for a passphrase that opens nothing.
      await deleteLock(factory);
      await deleteDatabase(factory, SEALED_DATABASE);
      await deleteOpen(factory);
    },
  };
}

type KeyBytes = Uint8Array<ArrayBuffer>;

/** Undefined where the passphrase is another one. */
async function keyOf({ factory, crypto }: Around, passphrase: string): Promise<KeyBytes | undefined> {
  const lock = await readLock(factory);
  return lock && unwrapKey(crypto, lock, passphrase);
}

const plain = ({ factory }: Around) => createConnection(factory, PLAIN_DATABASE);

async function sealedWith(
  { factory, crypto }: Around,
  bytes: KeyBytes,
  onDeleted?: () => void,
): Promise<Connection> {
  const key = await importedKey(crypto, bytes);
  return createSealedConnection(createConnection(factory, SEALED_DATABASE, onDeleted), { crypto, key });
}

async function turnOn(around: Around, passphrase: string, mayFinish: MayFinish): Promise<void> {
  const { factory, crypto, iterations } = around;
  if ((await readLock(factory)) !== undefined) throw new Error('it is on'); // else what it closes would be deleted
  const key = newKeyBytes(crypto);
  const lock = await wrapKey(crypto, key, passphrase, iterations);
  if (!(await isSame(unwrapKey(crypto, lock, passphrase), key))) throw new NotWhole();
  await deleteDatabase(factory, SEALED_DATABASE); // what an attempt before this one left
  await makeBrooms(factory);
  await copy(plain(around), await sealedWith(around, key));
  if (!(await mayFinish())) throw new SessionRuns();
  await writeLock(factory, lock);
  await sweepPlain(factory, plain(around));
}

async function turnOff(around: Around, key: KeyBytes, mayFinish: MayFinish): Promise<void> {
  const { factory } = around;
  await deleteDatabase(factory, PLAIN_DATABASE);
  await copy(await sealedWith(around, key), plain(around));
  if (!(await mayFinish())) throw new SessionRuns();
  await writeLock(factory, undefined);
  await deleteDatabase(factory, SEALED_DATABASE);
}

/** What turning on leaves behind where it was cut short. */
async function deleteOpen(factory: IDBFactory): Promise<void> {
  await deleteDatabase(factory, PLAIN_DATABASE);
  await deleteBrooms(factory);
}

class SessionRuns extends Error {}
class WrongPassphrase extends Error {}

async function attempted(work: () => Promise<void>): Promise<Result<undefined, LockProblem>> {
  try {
    await work();
    return { ok: true, value: undefined };
  } catch (cause) {
    if (cause instanceof WrongPassphrase) return { ok: false, problem: 'wrong-passphrase' };
    if (cause instanceof SessionRuns) return { ok: false, problem: 'session-runs' };
    if (cause instanceof NotWhole) return { ok: false, problem: 'not-whole' };
    return { ok: false, problem: isFull(cause) ? 'storage-full' : 'storage-blocked' };
  }
}

/** Everything is read again from where it was put, and is the same to the byte: only then is anything deleted. */
async function copy(from: Connection, to: Connection): Promise<void> {
  for (const name of STORES) {
    const [source, target] = [from.store(name), to.store(name)];
    if (!SOUND_STORES.includes(name)) {
      const entries = await wholeEntries(source);
      await target.putAll(entries);
      if (!(await isSame(target.entries(), entries))) throw new NotWhole();
      continue;
    }
    for (const key of await source.keys()) {
      const value = await source.get(key);
      await target.put(value, key);
      if (!(await isSame(target.get(key), value))) throw new NotWhole();
    }
  }
}

async function isSame(coming: Promise<unknown>, value: unknown): Promise<boolean> {
  const [one, other] = await Promise.all([bytesOf(await coming), bytesOf(value)]);
  return one.length === other.length && one.every((byte, nth) => byte === other[nth]);
}
