import { keptAnchorOf, type KeptAnchor } from '#session/anchor-reading.ts';
import type { Connection } from './store.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** Lines of somebody's own or of somebody close: a few, so that each lies with its sound. */
export function createAnchorShelf(connection: Connection): Shelf<KeptAnchor> {
  return createShelf(connection.store('anchor-lines'), keptAnchorOf);
}
