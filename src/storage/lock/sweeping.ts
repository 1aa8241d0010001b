import { promisifyRequest } from 'idb-keyval';
import { PLAIN_DATABASE, STORES } from '../connection.ts';
import type { Connection } from '../store.ts';
import { deleteDatabase } from './lock-record.ts';

/** Empty databases, there for a moment: Chromium tidies its files up around a database that is deleted. */
const BROOMS = ['undertone-broom-1', 'undertone-broom-2'];

/**
 * Chromium keeps all databases of an app in the same files, and what was deleted stays in them until they are written
 * anew. That happens to a file where a database whose number lies among those it holds is deleted: so these have to be
 * made before the closed one. The first deletion brings everything into one file, the second writes that file without
 * what was deleted, the third, that of the open database, lets go of the file before. Each was seen in the log of
 * Chromium 156; browsers that keep a file for each database need none of it.
 */
export async function makeBrooms(factory: IDBFactory): Promise<void> {
  for (const name of BROOMS) (await promisifyRequest(factory.open(name))).close();
}

/** What lies open is gone, from the browser's files too as far as can be brought about. */
export async function sweepPlain(factory: IDBFactory, plain: Connection): Promise<void> {
  // First: deleting the database has other pages, and this one, begin anew.
  await plain.together(STORES, (store) => {
    for (const name of STORES) store(name).clear();
  });
  await deleteBrooms(factory);
  await deleteDatabase(factory, PLAIN_DATABASE);
}

export async function deleteBrooms(factory: IDBFactory): Promise<void> {
  for (const name of BROOMS) await deleteDatabase(factory, name);
}
