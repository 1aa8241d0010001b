/** Something is asked of a database: to be opened, a transaction, or a request within one. */
export type Fails = (operation: number) => boolean;

export interface FailingDatabase {
  readonly factory: IDBFactory;
  /** How much was asked so far. */
  asked(): number;
  /** Keys of what was put into a store and is on the disk, as the browser itself has told. */
  onDisk(store: string): readonly string[];
}

const READS = ['get', 'getKey', 'getAll', 'getAllKeys'] as const;
const WRITES = ['put', 'delete', 'clear'] as const;

/**
 * The browser's own database, of which some operations fail, counted from 1. A request that fails takes its transaction
 * with it, as it does where a disk fails. `silently`: what fails is the connection, which is closed without an event.
 */
export function failingDatabase(fails: Fails, silently = false): FailingDatabase {
  let asked = 0;
  const written = new Map<string, string[]>();
  const isDue = () => fails(++asked);
  const refuse = () => {
    throw new DOMException('the disk fails', 'UnknownError');
  };

  function watch(store: IDBObjectStore): IDBObjectStore {
    const { transaction, name } = store;
    for (const method of [...READS, ...WRITES]) {
      const real = (Reflect.get(store, method) as (...given: unknown[]) => IDBRequest).bind(store);
      const watched = (...given: unknown[]): IDBRequest => {
        const due = isDue();
        if (due && silently) transaction.db.close(); // what is under way is still done
        const request = real(...given);
        if (due && !silently) transaction.abort();
        else if (method === 'put') transaction.addEventListener('complete', () => note(name, given[1]));
        return request;
      };
      Object.defineProperty(store, method, { value: watched });
    }
    return store;
  }
  function note(store: string, key: unknown): void {
    written.set(store, [...(written.get(store) ?? []), JSON.stringify(key)]);
  }
  function transactionOf(database: IDBDatabase): IDBDatabase['transaction'] {
    const real = database.transaction.bind(database);
    return (...given) => {
      const due = isDue();
      if (due && silently) database.close();
      else if (due) refuse();
      const transaction = real(...given);
      const open = transaction.objectStore.bind(transaction);
      const stores = new Map<string, IDBObjectStore>();
      transaction.objectStore = (name) => {
        const store = stores.get(name) ?? watch(open(name));
        stores.set(name, store);
        return store;
      };
      return transaction;
    };
  }
  const factory = {
    open(name: string, version?: number) {
      const due = isDue();
      if (due && !silently) refuse();
      const request = indexedDB.open(name, version);
      request.addEventListener('success', () => {
        const { result } = request;
        result.transaction = transactionOf(result);
        if (due) result.close();
      });
      return request;
    },
  } as unknown as IDBFactory;
  return { factory, asked: () => asked, onDisk: (store) => written.get(store) ?? [] };
}
