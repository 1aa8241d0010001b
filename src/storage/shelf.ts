import { del, promisifyRequest, set, values, type UseStore } from 'idb-keyval';
import type { Result } from '#session/units.ts';
import { told, type StorageProblem } from './told.ts';

/** A person's own things of one kind, each under its id: breath patterns, mixes, guides, sounds. */
export interface Shelf<Thing extends { readonly id: string }> {
  /** What can be read, in no particular order; what a newer app wrote in another shape is left alone and not listed. */
  all(): Promise<readonly Thing[]>;
  /** Resolves when it is on the disk. What had the same id is replaced. */
  keep(thing: Thing): Promise<Result<undefined, StorageProblem>>;
  /** All of them or, where one cannot be kept, none. */
  keepAll(things: readonly Thing[]): Promise<Result<undefined, StorageProblem>>;
  remove(id: string): Promise<Result<undefined, StorageProblem>>;
}

/** `read` says what a stored value is, or that it is nothing this app knows. */
export function createShelf<Thing extends { readonly id: string }>(
  store: UseStore,
  read: (value: unknown) => Thing | undefined,
): Shelf<Thing> {
  return {
    async all() {
      const stored: readonly unknown[] = await values(store);
      return stored.flatMap((value) => read(value) ?? []);
    },
    keep: (thing) => told(set(thing.id, thing, store)),
    keepAll: (things) => told(store('readwrite', (writing) => putAll(writing, things))),
    remove: (id) => told(del(id, store)),
  };
}

/** In one transaction. What cannot be stored at all throws before the others are on the disk, and takes them along. */
function putAll(writing: IDBObjectStore, things: readonly { readonly id: string }[]): Promise<unknown> {
  try {
    for (const thing of things) writing.put(thing, thing.id);
  } catch (cause) {
    writing.transaction.abort();
    throw cause;
  }
  return promisifyRequest(writing.transaction);
}
