import { ownPatternOf, type OwnPattern } from '#session/own-pattern.ts';
import type { Connection } from './store.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** The breath patterns somebody has made. */
export function createPatternShelf(connection: Connection): Shelf<OwnPattern> {
  return createShelf(connection.store('patterns'), ownPatternOf);
}
