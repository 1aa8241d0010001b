import type { Result } from '#session/units.ts';
import type { Store } from './store.ts';
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
  store: Store,
  read: (value: unknown) => Thing | undefined,
): Shelf<Thing> {
  return {
    async all() {
      return (await store.values()).flatMap((value) => read(value) ?? []);
    },
    keep: (thing) => told(store.put(thing, thing.id)),
    keepAll: (things) => told(store.putAll(things.map((thing) => [thing.id, thing]))),
    remove: (id) => told(store.delete(id)),
  };
}
