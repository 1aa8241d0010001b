import { STORES, type StoreName } from '#storage/connection.ts';
import type { Connection, Store, Writing } from '#storage/store.ts';

type Lying = ReadonlyMap<string, readonly [key: IDBValidKey, value: unknown]>;
type Kept = readonly [store: StoreName, key: IDBValidKey, value: unknown];

/** A database in memory, with what can be asked of it by tests. */
export interface Memory extends Connection {
  /** All that lies in it: the very values, so that what was written anew is another one. */
  everything(): readonly Kept[];
  /** The n-th thing that is put from now on finds no room. */
  failAt(nth: number): void;
}

/** Keeps what IndexedDB promises: only keys are keys, and a transaction is whole or has not been. */
export function memory(kept: readonly Kept[] = []): Memory {
  let stores = new Map<StoreName, Lying>(STORES.map((name) => [name, new Map()]));
  let left = Infinity;

  const together: Connection['together'] = async (names, write, onlyIf) => {
    await Promise.resolve();
    const lies = onlyIf && stores.get(onlyIf.store)?.has(JSON.stringify(onlyIf.key));
    if (lies === false) return false;
    const draft = new Map(names.map((name) => [name, new Map(stores.get(name))]));
    write((name) => writing(draft.get(name), () => --left));
    stores = new Map([...stores, ...draft]);
    return true;
  };
  function store(name: StoreName): Store {
    const entries = async (range?: IDBKeyRange) => {
      await Promise.resolve();
      const all = [...(stores.get(name)?.values() ?? [])].filter(([key]) => isIn(key, range));
      return all.sort(([one], [other]) => compared(one, other));
    };
    return {
      entries,
      get: async (key) => (await entries()).find(([each]) => compared(each, key) === 0)?.[1] as never,
      keys: async (range) => (await entries(range)).map(([key]) => key) as never,
      values: async (range) => (await entries(range)).map(([, value]) => value) as never,
      put: (value, key) => together([name], (each) => each(name).put(value, key)),
      putAll: (all) => together([name], (each) => all.forEach(([key, value]) => each(name).put(value, key))),
      delete: (key) => together([name], (each) => each(name).delete(key)),
    };
  }
  const draft = new Map(STORES.map((name) => [name, new Map<string, readonly [IDBValidKey, unknown]>()]));
  for (const [name, key, value] of kept) draft.get(name)?.set(JSON.stringify(key), [key, value]);
  stores = draft;
  return {
    store,
    together,
    everything: () =>
      [...stores].flatMap(([name, lying]) =>
        [...lying.values()].map(([key, value]): Kept => [name, key, value]),
      ),
    failAt: (nth) => (left = nth),
  };
}

function writing(
  lying: Map<string, readonly [IDBValidKey, unknown]> | undefined,
  room: () => number,
): Writing {
  if (lying === undefined) throw new DOMException('no such store', 'NotFoundError');
  return {
    put(value, key) {
      if (rankOf(key) === undefined) throw new DOMException('no key', 'DataError');
      if (room() === 0) throw new DOMException('full', 'QuotaExceededError');
      lying.set(JSON.stringify(key), [key, value instanceof Blob ? value : structuredClone(value)]);
    },
    delete(key) {
      for (const [name, [each]] of lying)
        if (isRange(key) ? isIn(each, key) : compared(each, key) === 0) lying.delete(name);
    },
    clear: () => lying.clear(),
  };
}

const isRange = (key: unknown): key is IDBKeyRange =>
  typeof key === 'object' && key !== null && 'upper' in key;

/** Numbers come before texts, and texts before lists; undefined for what is no key. */
function rankOf(key: unknown): number | undefined {
  if (typeof key === 'number') return Number.isNaN(key) ? undefined : 0;
  if (typeof key === 'string') return 1;
  return Array.isArray(key) && key.every((part) => rankOf(part) !== undefined) ? 2 : undefined;
}

function compared(one: unknown, other: unknown): number {
  const rank = (rankOf(one) ?? 3) - (rankOf(other) ?? 3);
  if (rank !== 0) return rank;
  if (!Array.isArray(one) || !Array.isArray(other))
    return (one as string) < (other as string) ? -1 : one === other ? 0 : 1;
  for (let nth = 0; nth < Math.min(one.length, other.length); nth++) {
    const part = compared(one[nth], other[nth]);
    if (part !== 0) return part;
  }
  return one.length - other.length;
}

function isIn(key: IDBValidKey, range: IDBKeyRange | undefined): boolean {
  return range === undefined || (compared(key, range.lower) >= 0 && compared(key, range.upper) <= 0);
}

/** Node has no ranges of keys. */
export const FAKE_RANGE = { bound: (lower: IDBValidKey, upper: IDBValidKey) => ({ lower, upper }) };
