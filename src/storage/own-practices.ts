import { ownPracticeOf, type OwnPractice } from '#session/own-practice-reading.ts';
import type { Connection } from './store.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** The practices somebody has put together. */
export function createPracticeShelf(connection: Connection): Shelf<OwnPractice> {
  return createShelf(connection.store('own-practices'), ownPracticeOf);
}
