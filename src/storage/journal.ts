import { entries, get, set, setMany, type UseStore } from 'idb-keyval';
import type { SessionEvent, SessionLog } from '#session/log.ts';
import type { Plan } from '#session/plan.ts';
import type { SaidBy } from '#session/said-by.ts';
import type { Result, SessionTime } from '#session/units.ts';
import type { Connection } from './connection.ts';
import { told, type StorageProblem } from './told.ts';

/** A session as it was begun. */
export interface StoredSession {
  readonly id: string;
  readonly plan: Plan;
  /** Sessions of older apps do not have it: the shipped voice said those. */
  readonly saidBy?: SaidBy;
  /** The wall clock at session time 0. */
  readonly beganMs: number;
}

/** The session that was running when the app went away. */
export interface UnfinishedSession extends StoredSession {
  readonly log: SessionLog;
  /** When it was last known to be playing. */
  readonly alive: Alive | undefined;
}

export interface Alive {
  readonly at: SessionTime;
  readonly wallMs: number;
}

/** Where the running session is written down: one record for each event, only ever added. */
export interface Journal {
  begin(session: StoredSession): Promise<Result<undefined, StorageProblem>>;
  /** Resolves when the events are on the disk, all of them or none. */
  append(session: string, events: readonly SessionEvent[]): Promise<Result<undefined, StorageProblem>>;
  /** Notes that it is playing; what a crash leaves behind says how long it went well. */
  alive(session: string, moment: Alive): Promise<void>;
  finish(session: string): Promise<void>;
  unfinished(): Promise<UnfinishedSession | undefined>;
}

/** As it is stored. */
export interface SessionRecord extends StoredSession {
  readonly v: 1;
  readonly finished: boolean;
}

export interface Stores {
  readonly sessions: UseStore;
  readonly events: UseStore;
  readonly alive: UseStore;
}

export function createJournal(connection: Connection): Journal {
  const stores: Stores = {
    sessions: connection.store('sessions'),
    events: connection.store('events'),
    alive: connection.store('alive'),
  };
  return {
    begin: (session) => told(set(session.id, recordOf(session), stores.sessions)),
    append: (session, added) =>
      told(
        setMany(
          added.map((event) => [[session, event.seq], { v: 1, event }]),
          stores.events,
        ),
      ),
    alive: (session, moment) => set(session, moment, stores.alive).catch(() => undefined),
    finish: (session) => finish(stores, session),
    unfinished: () => readUnfinished(stores),
  };
}

function recordOf(session: StoredSession): SessionRecord {
  return { v: 1, ...session, finished: false };
}

async function finish({ sessions }: Stores, id: string): Promise<void> {
  const record = await get<SessionRecord>(id, sessions);
  if (record !== undefined) await set(id, { ...record, finished: true }, sessions);
}

async function readUnfinished(stores: Stores): Promise<UnfinishedSession | undefined> {
  const all = await entries<string, SessionRecord>(stores.sessions);
  const open = all.map(([, record]) => record).filter((record) => !record.finished);
  const latest = open.sort((a, b) => b.beganMs - a.beganMs)[0];
  if (latest === undefined) return undefined;
  const { readSession } = await import('./session-reading.ts'); // with its schemas: most visits have nothing to read
  return readSession(stores, latest);
}
