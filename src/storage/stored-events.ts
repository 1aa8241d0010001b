import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { SessionEvent } from '#session/log.ts';
import type { StoredSession } from './journal.ts';

/** An event as it lies in the store, under [session, seq]. Events of older apps have no hashes. */
export interface StoredEvent {
  readonly v: 1;
  readonly event: SessionEvent;
  readonly prev?: string;
  readonly hash?: string;
}

/** What the chain of a session is rooted in: all that was settled when it was begun, as it lies in the store. */
export function beginningOf({ id, beganMs, plan, saidBy, sheet }: StoredSession): StoredSession {
  return {
    ...{ id, beganMs, plan },
    ...(saidBy === undefined ? {} : { saidBy }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

/** Of one session alone: a device may keep years of others. */
export function ofSession(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

/** All events of a session, in order. */
export function eventsOf(events: UseStore, id: string): Promise<readonly StoredEvent[]> {
  return events('readonly', (store) => promisifyRequest<StoredEvent[]>(store.getAll(ofSession(id))));
}

export function lastEvent(events: UseStore, id: string): Promise<StoredEvent | undefined> {
  return events('readonly', async (store) => {
    const cursor = await promisifyRequest(store.openCursor(ofSession(id), 'prev'));
    return cursor?.value as StoredEvent | undefined;
  });
}
