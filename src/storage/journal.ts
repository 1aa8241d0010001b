import { entries, get, set, setMany, type UseStore } from 'idb-keyval';
import { chained, rootOf, type Digest, type Kept } from '#session/chain.ts';
import type { SessionEvent, SessionLog } from '#session/log.ts';
import type { Plan } from '#session/plan.ts';
import type { SaidBy } from '#session/said-by.ts';
import type { Sheet } from '#session/sheet.ts';
import type { Result, SessionTime } from '#session/units.ts';
import type { Connection } from './connection.ts';
import { beginningOf, lastEvent } from './stored-events.ts';
import { told, type StorageProblem } from './told.ts';

/** A session as it was begun. */
export interface StoredSession {
  readonly id: string;
  readonly plan: Plan;
  /** Sessions of older apps do not have it: the shipped voice said those. */
  readonly saidBy?: SaidBy;
  /** Practices have none, nor have sessions of older apps. */
  readonly sheet?: Sheet;
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
  /** The hash its chain had come to when it was finished [RE3]. */
  readonly head?: string | undefined;
}

export interface Stores {
  readonly sessions: UseStore;
  readonly events: UseStore;
  readonly alive: UseStore;
}

export function createJournal(connection: Connection, digest: Digest | undefined): Journal {
  const stores: Stores = {
    sessions: connection.store('sessions'),
    events: connection.store('events'),
    alive: connection.store('alive'),
  };
  const heads = new Map<string, string>();
  let appending: Promise<unknown> = Promise.resolve();
  return {
    begin: (session) => told(set(session.id, recordOf(session), stores.sessions)),
    append(session, added) {
      const appended = told(append({ stores, digest, heads }, session, added));
      appending = appended;
      return appended;
    },
    alive: (session, moment) => set(session, moment, stores.alive).catch(() => undefined),
    finish: (session) => appending.then(() => finish(stores, session)),
    unfinished: () => readUnfinished(stores),
  };
}

function recordOf(session: StoredSession): SessionRecord {
  return { v: 1, ...session, finished: false };
}

interface Chaining {
  readonly stores: Stores;
  readonly digest: Digest | undefined;
  /** By session: the hash of the last event that is on the disk. */
  readonly heads: Map<string, string>;
}

/** Each event is tied to all before it; what did not reach the disk ties nothing. */
async function append({ stores, digest, heads }: Chaining, session: string, added: readonly SessionEvent[]) {
  const events = added.toSorted((one, other) => one.seq - other.seq);
  const kept =
    digest === undefined
      ? events.map((event): Kept => ({ event }))
      : await chained(heads.get(session) ?? (await headOf(stores, session, digest)), events, digest);
  await setMany(
    kept.map(({ event, link }) => [[session, event.seq], { v: 1, event, ...link }]),
    stores.events,
  );
  const head = kept.at(-1)?.link?.hash;
  if (head !== undefined) heads.set(session, head);
}

/** Where the chain of a session goes on: after its last event, or at its root. */
async function headOf(stores: Stores, id: string, digest: Digest): Promise<string> {
  const last = await lastEvent(stores.events, id);
  return last?.hash ?? rootOf(beginningOf(await get<SessionRecord>(id, stores.sessions)), digest);
}

async function finish({ sessions, events }: Stores, id: string): Promise<void> {
  const record = await get<SessionRecord>(id, sessions);
  const head = (await lastEvent(events, id))?.hash;
  if (record !== undefined) await set(id, { ...record, finished: true, head }, sessions);
}

async function readUnfinished(stores: Stores): Promise<UnfinishedSession | undefined> {
  const all = await entries<string, SessionRecord>(stores.sessions);
  const open = all.map(([, record]) => record).filter((record) => !record.finished);
  const latest = open.sort((a, b) => b.beganMs - a.beganMs)[0];
  if (latest === undefined) return undefined;
  const { readSession } = await import('./session-reading.ts'); // with its schemas: most visits have nothing to read
  return readSession(stores, latest);
}
