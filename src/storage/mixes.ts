import { ownMixOf, type OwnMix } from '#session/own-mix.ts';
import type { Connection } from './store.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** The mixes somebody has kept. */
export function createMixShelf(connection: Connection): Shelf<OwnMix> {
  return createShelf(connection.store('mixes'), ownMixOf);
}
