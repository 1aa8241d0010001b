import type { StoreName } from './connection.ts';
import type { Connection } from './store.ts';

/** Where something lies as soon as the app was used for anything. */
const TELLING: readonly StoreName[] = ['settings', 'sessions', 'records', 'pages'];

/** How much there is of what nobody could make again. */
export interface Counts {
  readonly sessions: number;
  readonly pages: number;
}

/** Rejects where storage is closed. */
export async function countKept(connection: Connection): Promise<Counts> {
  const [sessions, pages] = await Promise.all([count(connection, 'sessions'), count(connection, 'pages')]);
  return { sessions, pages };
}

/** Whether anything was ever kept on this device. Rejects where storage is closed. */
export async function hasTraces(connection: Connection): Promise<boolean> {
  const counts = await Promise.all(TELLING.map((name) => count(connection, name)));
  return counts.some((each) => each > 0);
}

async function count(connection: Connection, name: StoreName): Promise<number> {
  return (await connection.store(name).keys()).length;
}
