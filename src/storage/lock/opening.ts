import { createConnection, PLAIN_DATABASE } from '../connection.ts';
import type { Connection } from '../store.ts';
import { readLock } from './lock-record.ts';

/** What is kept, where it lies open; undefined where it is locked. */
export async function openUnlocked(
  factory: IDBFactory,
  onDeleted: () => void,
): Promise<Connection | undefined> {
  const lock = await readLock(factory);
  return lock === undefined ? createConnection(factory, PLAIN_DATABASE, onDeleted) : undefined;
}
