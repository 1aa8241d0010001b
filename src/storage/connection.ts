import { promisifyRequest, type UseStore } from 'idb-keyval';

/** The stores of the one database. A schema only ever adds stores; what stands in older ones stays as it is. */
const DATABASE = 'undertone';
const SCHEMA = 6;
const STORES = [
  ...(['sessions', 'events', 'alive'] as const), // since 1: the running session
  ...(['settings', 'patterns', 'mixes', 'guides', 'clips', 'sounds', 'sound-bytes'] as const), // since 2: a person's own
  ...(['records'] as const), // since 3: finished sessions as lists show them
  ...(['anchor-lines'] as const), // since 4: lines of somebody close
  ...(['presets'] as const), // since 5: what a clinic has settled under a name
  ...(['pages', 'page-sounds'] as const), // since 6: a person's journal, and what was spoken for it
];
export type StoreName = (typeof STORES)[number];

/**
 * A connection that mends itself. idb-keyval keeps one connection for good; when the browser closes that one without
 * telling, every later write fails. Here a failed transaction opens the database anew and is tried exactly once more.
 */
export interface Connection {
  store(name: StoreName): UseStore;
  /** Writes to several stores: all of it is on the disk once this resolves, or none. */
  together(
    names: readonly StoreName[],
    write: (store: (name: StoreName) => IDBObjectStore) => void,
  ): Promise<void>;
}

export function createConnection(factory: IDBFactory): Connection {
  let opening: Promise<IDBDatabase> | undefined;
  const forget = () => void (opening = undefined);

  function open(): Promise<IDBDatabase> {
    opening ??= openDatabase(factory, forget).catch((cause: unknown) => {
      opening = undefined;
      throw cause;
    });
    return opening;
  }

  async function run<T>(
    names: readonly StoreName[],
    mode: IDBTransactionMode,
    use: (transaction: IDBTransaction) => T | PromiseLike<T>,
  ) {
    const database = await open();
    // Doses, vitals and phases must be on the disk, not in a cache, before anybody says "saved".
    const durability = mode === 'readwrite' ? 'strict' : 'default';
    return use(database.transaction(names, mode, { durability }));
  }

  return {
    store: (name) => (mode, use) =>
      twice(() => run([name], mode, (transaction) => use(transaction.objectStore(name))), forget),
    together: (names, write) =>
      twice(
        () =>
          run(names, 'readwrite', (transaction) => {
            orAbort(transaction, write);
            return promisifyRequest(transaction);
          }),
        forget,
      ),
  };
}

/** What was asked for before something threw would be written all the same. */
function orAbort(
  transaction: IDBTransaction,
  write: (store: (name: StoreName) => IDBObjectStore) => void,
): void {
  try {
    write((name) => transaction.objectStore(name));
  } catch (cause) {
    transaction.abort();
    throw cause;
  }
}

/** What failed on a connection that was closed without telling is tried once more on a new one. */
async function twice<T>(work: () => Promise<T>, forget: () => void): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (isFull(cause)) throw cause;
    forget();
    return work();
  }
}

/** A full disk does not get emptier by asking again. Firefox says it by code, the others by name. */
export function isFull(cause: unknown): boolean {
  return cause instanceof DOMException && (cause.name === 'QuotaExceededError' || cause.code === 22);
}

function openDatabase(factory: IDBFactory, onClosed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, SCHEMA);
    request.onupgradeneeded = () => {
      const { objectStoreNames: known } = request.result;
      for (const name of STORES) if (!known.contains(name)) request.result.createObjectStore(name);
    };
    request.onsuccess = () => {
      request.result.onclose = onClosed;
      request.result.onversionchange = () => {
        request.result.close();
        onClosed();
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('the database did not open'));
    request.onblocked = () => reject(new Error('another tab holds an older database'));
  });
}
