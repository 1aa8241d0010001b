import { writingTo, type StoreName } from '../connection.ts';
import type { Connection, Store, Writing } from '../store.ts';
import { partsOf, type Part } from '../value-bytes.ts';
import { sealed, unsealed, type Sealer } from './sealed-values.ts';

/** In a list, in the place of a value that does not open: no reader of this app takes it for anything, and the rest is read. */
const SPOILT = Object.freeze({});

/** Something that is kept could not be read. */
export class NotWhole extends Error {}

/** All of a store, or nothing: throws `NotWhole` where a value of it does not open. */
export async function wholeEntries(store: Store): ReturnType<Store['entries']> {
  const entries = await store.entries();
  if (entries.some(([, value]) => value === SPOILT)) throw new NotWhole();
  return entries;
}

/**
 * A connection whose values are closed on the disk. Keys lie open. Closing takes time, and a later small value would
 * overtake an earlier large one: so writes wait for the writes before them, and reads too.
 */
export function createSealedConnection(plain: Connection, sealer: Sealer): Connection {
  let writes: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = writes.then(work);
    writes = mine.catch(() => undefined); // told to who asked for it
    return mine;
  }
  async function together(...[names, write, onlyIf]: Parameters<Connection['together']>): Promise<boolean> {
    const changes = changesOf(write); // at once: what is given may be changed after
    return inTurn(async () => {
      const closed = await Promise.all(changes.map((change) => closedChange(sealer, change)));
      return plain.together(names, (store) => closed.forEach((change) => change(store)), onlyIf);
    });
  }
  const written = () => writes;
  return {
    store: (name) => ({
      ...readingFrom(name, { store: plain.store(name), sealer, written }),
      ...writingTo(name, together),
    }),
    together,
  };
}

interface Closed {
  readonly store: Store;
  readonly sealer: Sealer;
  /** Resolves when all that was asked for by now is on the disk. */
  readonly written: () => Promise<unknown>;
}

function readingFrom(
  name: StoreName,
  { store, sealer, written }: Closed,
): Pick<Store, 'get' | 'values' | 'keys' | 'entries'> {
  const open = (key: IDBValidKey, value: unknown) => unsealed(sealer, [name, key], value);
  const entries: Store['entries'] = async (range) => {
    await written();
    const all = await store.entries(range);
    return Promise.all(
      all.map(async ([key, value]) => [key, await open(key, value).catch(() => SPOILT)] as const),
    );
  };
  return {
    entries,
    async get(key) {
      await written();
      const value = await store.get(key);
      return (value === undefined ? undefined : await open(key, value)) as never;
    },
    values: async (range) => (await entries(range)).map(([, value]) => value) as never,
    async keys(range) {
      await written();
      return store.keys(range);
    },
  };
}

type ToStore = (store: (name: StoreName) => Writing) => void;
/** Something to be put, still open, or something else that is to be done. */
type Change =
  { readonly name: StoreName; readonly key: IDBValidKey; readonly parts: readonly Part[] } | ToStore;

function changesOf(write: ToStore): readonly Change[] {
  const changes: Change[] = [];
  write((name) => ({
    put: (value, key) => void changes.push({ name, key, parts: partsOf(value) }),
    delete: (key) => void changes.push((store) => store(name).delete(key)),
    clear: () => void changes.push((store) => store(name).clear()),
  }));
  return changes;
}

async function closedChange(sealer: Sealer, change: Change): Promise<ToStore> {
  if (typeof change === 'function') return change;
  const { name, key, parts } = change;
  const value = await sealed(sealer, [name, key], parts);
  return (store) => store(name).put(value, key);
}
