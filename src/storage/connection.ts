import { promisifyRequest } from 'idb-keyval';
import type { Condition, Connection, Store, Writing } from './store.ts';

/** What is kept lies open here … */
export const PLAIN_DATABASE = 'undertone';
/** … or, where it is locked, closed here. */
export const SEALED_DATABASE = 'undertone-sealed';
/** The stores of either. A schema only ever adds stores; what stands in older ones stays as it is. */
export const SCHEMA = 7;
export const STORES = [
  ...(['sessions', 'events', 'alive'] as const), // since 1: the running session
  ...(['settings', 'patterns', 'mixes', 'guides', 'clips', 'sounds', 'sound-bytes'] as const), // since 2: a person's own
  ...(['records'] as const), // since 3: finished sessions as lists show them
  ...(['anchor-lines'] as const), // since 4: lines of somebody close
  ...(['presets'] as const), // since 5: what a clinic has settled under a name
  ...(['pages', 'page-sounds'] as const), // since 6: a person's journal, and what was spoken for it
  ...(['own-practices'] as const), // since 7: practices that somebody put together
];
/** Those whose values are sounds: read one at a time. Of the others all may be read at once. */
export const SOUND_STORES: readonly StoreName[] = ['clips', 'sound-bytes', 'page-sounds', 'anchor-lines'];
export type StoreName = (typeof STORES)[number];

/**
 * A connection that mends itself. When the browser closes one without telling, every later write on it fails. Here a
 * failed transaction opens the database anew and is tried exactly once more.
 * `onDeleted`: another page has locked, unlocked or wiped what is kept; what this page knows of it is over.
 */
export function createConnection(
  factory: IDBFactory,
  name: string = PLAIN_DATABASE,
  onDeleted: () => void = () => undefined,
): Connection {
  const { open, forget } = createOpening(factory, name, onDeleted);

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

  const ask: Ask = (name, questions) => {
    const asked = (reading: IDBTransaction) => questions(reading.objectStore(name)).map(promisifyRequest);
    return twice(() => run([name], 'readonly', (reading) => Promise.all(asked(reading))), forget);
  };
  const together: Connection['together'] = (names, write, onlyIf) =>
    twice(() => run(names, 'readwrite', (writing) => written(writing, write, onlyIf)), forget);
  return { store: (name) => createStore(name, ask, together), together };
}

/** One opened database for all who ask, opened anew after it was closed. */
function createOpening(factory: IDBFactory, name: string, onDeleted: () => void) {
  let opening: Promise<IDBDatabase> | undefined;
  const forget = () => void (opening = undefined);
  function onClosed(isDeleted: boolean): void {
    forget();
    if (isDeleted) onDeleted();
  }
  return {
    forget,
    open: (): Promise<IDBDatabase> => {
      opening ??= openDatabase(factory, name, onClosed).catch((cause: unknown) => {
        forget();
        throw cause;
      });
      return opening;
    },
  };
}

/** All questions at one moment. */
type Ask = (name: StoreName, questions: (store: IDBObjectStore) => IDBRequest[]) => Promise<unknown[]>;

function createStore(name: StoreName, ask: Ask, together: Connection['together']): Store {
  const one = async (question: (store: IDBObjectStore) => IDBRequest) =>
    (await ask(name, (store) => [question(store)]))[0] as never;
  return {
    get: (key) => one((store) => store.get(key)),
    values: (range) => one((store) => store.getAll(range)),
    keys: (range) => one((store) => store.getAllKeys(range)),
    async entries(range) {
      const both = await ask(name, (store) => [store.getAllKeys(range), store.getAll(range)]);
      const [keys, values] = both as [IDBValidKey[], unknown[]];
      return keys.map((key, nth) => [key, values[nth]]);
    },
    ...writingTo(name, together),
  };
}

/** A store is written to as several are. */
export function writingTo(
  name: StoreName,
  together: Connection['together'],
): Pick<Store, 'put' | 'putAll' | 'delete'> {
  return {
    put: (value, key) => together([name], (store) => store(name).put(value, key)),
    putAll: (entries) =>
      together([name], (store) => {
        for (const [key, value] of entries) store(name).put(value, key);
      }),
    delete: (key) => together([name], (store) => store(name).delete(key)),
  };
}

async function written(
  transaction: IDBTransaction,
  write: (store: (name: StoreName) => Writing) => void,
  onlyIf: Condition | undefined,
): Promise<boolean> {
  let isThere = true;
  if (onlyIf === undefined) orAbort(transaction, write);
  else {
    const asked = transaction.objectStore(onlyIf.store).getKey(onlyIf.key);
    asked.onsuccess = () => {
      isThere = asked.result !== undefined;
      if (isThere) orAbort(transaction, write);
    };
  }
  await promisifyRequest(transaction);
  return isThere;
}

/** What was asked for before something threw would be written all the same. */
function orAbort(transaction: IDBTransaction, write: (store: (name: StoreName) => Writing) => void): void {
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
    if (isFull(cause) || isNewer(cause)) throw cause;
    forget();
    return work();
  }
}

/** A full disk does not get emptier by asking again. Firefox says it by code, the others by name. */
export function isFull(cause: unknown): boolean {
  return cause instanceof DOMException && (cause.name === 'QuotaExceededError' || cause.code === 22);
}

/** The database has a schema of a newer app: it does not open, and nothing of it is touched [ST2]. */
export function isNewer(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'VersionError';
}

function openDatabase(
  factory: IDBFactory,
  name: string,
  onClosed: (isDeleted: boolean) => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, SCHEMA);
    request.onupgradeneeded = () => {
      const { objectStoreNames: known } = request.result;
      for (const name of STORES) if (!known.contains(name)) request.result.createObjectStore(name);
    };
    request.onsuccess = () => {
      request.result.onclose = () => onClosed(false);
      request.result.onversionchange = ({ newVersion }) => {
        request.result.close();
        onClosed(newVersion === null);
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('the database did not open'));
    request.onblocked = () => reject(new Error('another tab holds an older database'));
  });
}
