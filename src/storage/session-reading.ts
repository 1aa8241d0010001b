import { whatFits } from '#session/log-reading.ts';
import type { SessionLog } from '#session/log.ts';
import { planOf } from '#session/plan-reading.ts';
import { saidByOf } from '#session/said-by-reading.ts';
import { sheetOf } from '#session/sheet-reading.ts';
import type { Alive, SessionRecord, Stores, UnfinishedSession } from './journal.ts';
import { eventsOf } from './stored-events.ts';

/** A stored session, judged like any document; undefined where it is nothing this app can go on with. */
export async function readSession(
  stores: Stores,
  record: SessionRecord,
): Promise<UnfinishedSession | undefined> {
  if (typeof record.id !== 'string' || !Number.isFinite(record.beganMs)) return undefined;
  const plan = planOf(record.plan);
  const log = await readLog(stores, record.id);
  if (!plan.ok || log === undefined) return undefined;
  const alive = await stores.alive.get<Alive>(record.id);
  const saidBy = saidByOf(record.saidBy);
  // A session whose sheet cannot be read goes on all the same: nothing that sounds depends on it any more.
  const sheet = record.sheet === undefined ? undefined : sheetOf(record.sheet);
  const session = { id: record.id, plan: plan.value, beganMs: record.beganMs };
  return {
    ...session,
    ...(saidBy === undefined ? {} : { saidBy }),
    ...(sheet?.ok === true ? { sheet: sheet.value } : {}),
    log,
    alive,
  };
}

async function readLog({ events }: Stores, id: string): Promise<SessionLog | undefined> {
  return whatFits((await eventsOf(events, id)).map(({ event }) => event));
}
