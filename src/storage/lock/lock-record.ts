import { promisifyRequest } from 'idb-keyval';
import type { WrappedKey } from './wrapped-key.ts';

/** Beside the database of what is kept. It is there only where that is locked. */
const DATABASE = 'undertone-lock';
const STORE = 'lock';
const CURRENT = 'current';

/** The lock of this device, or undefined where there is none; nothing is made by asking. */
export async function readLock(factory: IDBFactory): Promise<WrappedKey | undefined> {
  if (!(await isThere(factory))) return undefined;
  const database = await opened(factory, false);
  if (database === undefined) return undefined;
  try {
    const asked = database.transaction(STORE).objectStore(STORE).get(CURRENT);
    return await promisifyRequest<WrappedKey | undefined>(asked);
  } finally {
    database.close();
  }
}

/**
 * From the moment this resolves the closed database is what the app has, or, where `lock` is undefined, the open one. It
 * is one write of one value: there is no moment at which neither is.
 */
export async function writeLock(factory: IDBFactory, lock: WrappedKey | undefined): Promise<void> {
  const database = await opened(factory, true);
  if (database === undefined) throw new Error('the lock could not be kept');
  try {
    const writing = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    if (lock === undefined) writing.objectStore(STORE).delete(CURRENT);
    else writing.objectStore(STORE).put(lock, CURRENT);
    await promisifyRequest(writing);
  } finally {
    database.close();
  }
}

/** Quicker than looking into it: every first picture waits for the answer. Where a browser lists nothing, it is looked into. */
async function isThere(factory: IDBFactory): Promise<boolean> {
  const all = await factory.databases?.().catch(() => undefined);
  return all?.some(({ name }) => name === DATABASE) ?? true;
}

function opened(factory: IDBFactory, make: boolean): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, 1);
    let isMissing = false;
    request.onupgradeneeded = () => {
      if (make) request.result.createObjectStore(STORE);
      else {
        isMissing = true;
        request.transaction?.abort(); // what was not there is not there after
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () =>
      isMissing ? resolve(undefined) : reject(request.error ?? new Error('the lock could not be read'));
  });
}

/** Everything there is of a database of this name, gone. Other pages close theirs when they are told. */
export async function deleteDatabase(factory: IDBFactory, name: string): Promise<void> {
  await promisifyRequest(factory.deleteDatabase(name));
}

export async function deleteLock(factory: IDBFactory): Promise<void> {
  await deleteDatabase(factory, DATABASE);
}
