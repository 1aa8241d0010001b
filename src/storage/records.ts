import { judgeChain } from '#session/chain-judging.ts';
import { rootOf, type ChainState, type Digest, type Kept } from '#session/chain.ts';
import { whatFits } from '#session/log-reading.ts';
import { planOf } from '#session/plan-reading.ts';
import type { LivedSession } from '#session/record.ts';
import { summaryOf, type RecordSummary } from '#session/record-summary.ts';
import { sheetOf } from '#session/sheet-reading.ts';
import { saidByOf } from '#session/said-by-reading.ts';
import type { SaidBy } from '#session/said-by.ts';
import type { Result } from '#session/units.ts';
import type { Connection } from './store.ts';
import type { Alive, SessionRecord } from './journal.ts';
import { beginningOf, eventsOf, ofSession, type StoredEvent } from './stored-events.ts';
import { told, type StorageProblem } from './told.ts';

/** A finished session as it was read, and what became of its chain. */
export interface KeptSession extends LivedSession {
  readonly saidBy: SaidBy | undefined;
  readonly chain: ChainState;
  /** The beginning and the events just as they were written, for whoever wants to check the chain elsewhere. */
  readonly beginning: unknown;
  readonly kept: readonly Kept[];
}

/** Everything the device had of a session, for as long as its deletion can be taken back. */
export interface RemovedSession {
  readonly id: string;
  readonly session: SessionRecord;
  readonly events: readonly StoredEvent[];
  readonly alive: Alive | undefined;
}

/** The sessions that are over. */
export interface RecordStore {
  /** The latest first; and how many cannot be read by this app. */
  list(): Promise<{ readonly records: readonly RecordSummary[]; readonly unreadable: number }>;
  /** Undefined where it is gone, or nothing this app can read. */
  open(id: string): Promise<KeptSession | undefined>;
  remove(id: string): Promise<Result<RemovedSession | undefined, StorageProblem>>;
  putBack(removed: RemovedSession): Promise<Result<undefined, StorageProblem>>;
}

const ALL = ['sessions', 'events', 'alive', 'records'] as const;

export function createRecordStore(connection: Connection, digest: Digest | undefined): RecordStore {
  return {
    list: () => list(connection),
    open: (id) => open(connection, id, digest),
    async remove(id) {
      const removed = await everythingOf(connection, id);
      if (removed === undefined) return { ok: true, value: undefined };
      const gone = await told(
        connection.together(ALL, (store) => {
          for (const name of ['sessions', 'alive', 'records'] as const) store(name).delete(id);
          store('events').delete(ofSession(id));
        }),
      );
      return gone.ok ? { ok: true, value: removed } : gone;
    },
    putBack: ({ id, session, events, alive }) =>
      told(
        connection.together(ALL, (store) => {
          store('sessions').put(session, id);
          for (const event of events) store('events').put(event, [id, event.event.seq]);
          if (alive !== undefined) store('alive').put(alive, id);
        }),
      ),
  };
}

/** Most are known by their summaries; only those that were finished since are read through, once. */
async function list(connection: Connection): ReturnType<RecordStore['list']> {
  const summaries = connection.store('records');
  const stored: readonly unknown[] = await summaries.values();
  const known = stored.flatMap((value) => storedSummaryOf(value) ?? []);
  const listed = new Set(known.map(({ id }) => id));
  const all = await connection.store('sessions').keys<string>();
  const records = [...known];
  let unreadable = 0;
  for (const id of all.filter((each) => !listed.has(each))) {
    const session = await connection.store('sessions').get<SessionRecord>(id);
    if (session?.finished !== true) continue;
    const lived = await read(connection, session);
    if (lived === undefined) unreadable += 1;
    else {
      const summary = summaryOf(lived);
      records.push(summary);
      await summaries.put({ v: SUMMARY, ...summary }, id).catch(() => undefined); // the next list makes it anew
    }
  }
  return { records: records.sort((one, other) => other.beganMs - one.beganMs), unreadable };
}

/** What summaries hold; one of another kind is made anew from its session. */
const SUMMARY = 3;

function storedSummaryOf(value: unknown): RecordSummary | undefined {
  const { v, ...summary } = Object(value) as RecordSummary & { readonly v?: number };
  return v === SUMMARY ? summary : undefined;
}

async function open(
  connection: Connection,
  id: string,
  digest: Digest | undefined,
): Promise<KeptSession | undefined> {
  const session = await connection.store('sessions').get<SessionRecord>(id);
  if (session === undefined) return undefined;
  const lived = await read(connection, session);
  if (lived === undefined) return undefined;
  const beginning = beginningOf(session);
  const { kept } = lived;
  const chain: ChainState =
    digest === undefined
      ? { kind: 'none' }
      : await judgeChain(await rootOf(beginning, digest), kept, session.head, digest);
  return { ...lived, chain, beginning };
}

async function read(connection: Connection, session: SessionRecord) {
  if (typeof session.id !== 'string' || !Number.isFinite(session.beganMs)) return undefined;
  const stored = await eventsOf(connection.store('events'), session.id);
  const kept = stored.map(({ event, prev, hash }): Kept => {
    return prev === undefined || hash === undefined ? { event } : { event, link: { prev, hash } };
  });
  const plan = planOf(session.plan);
  const log = whatFits(kept.map(({ event }) => event));
  if (!plan.ok || log === undefined) return undefined;
  const alive = await connection.store('alive').get<Alive>(session.id);
  const { id, beganMs } = session;
  const saidBy = saidByOf(session.saidBy);
  const sheet = session.sheet === undefined ? undefined : sheetOf(session.sheet);
  const lastSeen = Number.isFinite(alive?.at) ? alive?.at : undefined;
  const shown = sheet?.ok === true ? sheet.value : undefined;
  return { id, beganMs, plan: plan.value, log, lastSeen, saidBy, kept, sheet: shown };
}

async function everythingOf(connection: Connection, id: string): Promise<RemovedSession | undefined> {
  const session = await connection.store('sessions').get<SessionRecord>(id);
  if (session === undefined) return undefined;
  const events = await eventsOf(connection.store('events'), id);
  return { id, session, events, alive: await connection.store('alive').get<Alive>(id) };
}
