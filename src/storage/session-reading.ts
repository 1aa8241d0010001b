import { entries, get } from 'idb-keyval';
import { logOf } from '#session/log-reading.ts';
import type { SessionEvent, SessionLog } from '#session/log.ts';
import { planOf } from '#session/plan-reading.ts';
import { saidByOf } from '#session/said-by-reading.ts';
import type { Alive, SessionRecord, Stores, UnfinishedSession } from './journal.ts';

/** A stored session, judged like any document; undefined where it is nothing this app can go on with. */
export async function readSession(
  stores: Stores,
  record: SessionRecord,
): Promise<UnfinishedSession | undefined> {
  const plan = planOf(record.plan);
  const log = await readLog(stores, record.id);
  if (!plan.ok || log === undefined) return undefined;
  const alive = await get<Alive>(record.id, stores.alive);
  const saidBy = saidByOf(record.saidBy);
  const session = { id: record.id, plan: plan.value, beganMs: record.beganMs };
  return { ...session, ...(saidBy === undefined ? {} : { saidBy }), log, alive };
}

async function readLog({ events }: Stores, id: string): Promise<SessionLog | undefined> {
  const all = await entries<[string, number], { event: SessionEvent }>(events);
  const own = all.filter(([key]) => key[0] === id).sort(([one], [other]) => one[1] - other[1]);
  const log = logOf(own.map(([, { event }]) => event));
  return log.ok ? log.value : undefined;
}
