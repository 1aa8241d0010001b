import { chained, rootOf, type Digest, type Kept } from '#session/chain.ts';
import type { SessionEvent, SessionLog } from '#session/log.ts';
import type { Plan } from '#session/plan.ts';
import type { SaidBy } from '#session/said-by.ts';
import type { Sheet } from '#session/sheet.ts';
import type { Result, SessionTime } from '#session/units.ts';
import type { Connection, Store } from './store.ts';
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
  readonly sessions: Store;
  readonly events: Store;
  readonly alive: Store;
}

export function createJournal(connection: Connection, digest: Digest | undefined): Journal {
  const stores: Stores = {
    sessions: connection.store('sessions'),
    events: connection.store('events'),
    alive: connection.store('alive'),
  };
  const heads = new Map<string, string>();
  const finished = new Set<string>();
  let turn: Promise<unknown> = Promise.resolve();
  /** One after another: the head of a chain is what the write before it has come to. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined); // told to who asked for it
    return mine;
  }
  return {
    begin: (session) => told(stores.sessions.put(recordOf(session), session.id)),
    append: (session, added) =>
      inTurn(() => told(append({ connection, stores, digest, heads, finished }, session, added))),
    async alive(session, moment) {
      await stores.alive.put(moment, session).catch(() => undefined);
    },
    finish(session) {
      finished.add(session);
      return inTurn(() => finish(stores, session));
    },
    unfinished: () => readUnfinished(stores),
  };
}

function recordOf(session: StoredSession): SessionRecord {
  return { v: 1, ...beginningOf(session), finished: false };
}

interface Chaining {
  readonly connection: Connection;
  readonly stores: Stores;
  readonly digest: Digest | undefined;
  /** By session: the hash of the last event that is on the disk. */
  readonly heads: Map<string, string>;
  /** What comes after the end, such as a patient's leaving, moves the head that was noted [RE3]. */
  readonly finished: ReadonlySet<string>;
}

/** Each event is tied to all before it; what did not reach the disk ties nothing. */
async function append(chaining: Chaining, session: string, added: readonly SessionEvent[]): Promise<void> {
  const { stores, digest, heads } = chaining;
  const events = added.toSorted((one, other) => one.seq - other.seq);
  const kept =
    digest === undefined
      ? events.map((event): Kept => ({ event }))
      : await chained(heads.get(session) ?? (await headOf(stores, session, digest)), events, digest);
  const head = kept.at(-1)?.link?.hash;
  await write(chaining, session, kept, head);
  if (head !== undefined) heads.set(session, head);
}

async function write(
  { connection, stores, finished }: Chaining,
  session: string,
  kept: readonly Kept[],
  head: string | undefined,
): Promise<void> {
  const record = finished.has(session) ? await stores.sessions.get<SessionRecord>(session) : undefined;
  const over = record?.finished === true ? record : undefined;
  await connection.together(over === undefined ? ['events'] : ['events', 'sessions', 'records'], (store) => {
    for (const { event, link } of kept) store('events').put({ v: 1, event, ...link }, [session, event.seq]);
    if (over === undefined) return;
    store('sessions').put({ ...over, head }, session);
    store('records').delete(session); // its line in the list is made anew
  });
}

/** Where the chain of a session goes on: after its last event, or at its root. */
async function headOf(stores: Stores, id: string, digest: Digest): Promise<string> {
  const last = await lastEvent(stores.events, id);
  if (last?.hash !== undefined) return last.hash;
  const record = await stores.sessions.get<SessionRecord>(id);
  return rootOf(record === undefined ? undefined : beginningOf(record), digest);
}

async function finish({ sessions, events }: Stores, id: string): Promise<void> {
  const record = await sessions.get<SessionRecord>(id);
  const head = (await lastEvent(events, id))?.hash;
  if (record !== undefined) await sessions.put({ ...record, finished: true, head }, id);
}

async function readUnfinished(stores: Stores): Promise<UnfinishedSession | undefined> {
  const all = await stores.sessions.values<SessionRecord | null>();
  const open = all.flatMap((record) => (record === null || record.finished ? [] : [record]));
  if (open.length === 0) return undefined;
  const { readSession } = await import('./session-reading.ts'); // with its schemas: most visits have nothing to read
  for (const record of open.sort((a, b) => b.beganMs - a.beganMs)) {
    const session = await readSession(stores, record);
    if (session === undefined) continue;
    if (session.log.every(({ type }) => type !== 'ended')) return session;
    await finish(stores, record.id).catch(() => undefined); // it had ended; the app went away before that was noted
  }
  return undefined;
}
