import type { SessionEvent } from '#session/log.ts';
import type { StoredSession } from './journal.ts';
import type { Store } from './store.ts';

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

/** All events of a session, in order; what is nothing at all is left out. */
export async function eventsOf(events: Store, id: string): Promise<readonly StoredEvent[]> {
  const stored: readonly unknown[] = await events.values(ofSession(id));
  return stored.filter((value): value is StoredEvent => typeof value === 'object' && value !== null);
}

export async function lastEvent(events: Store, id: string): Promise<StoredEvent | undefined> {
  const last = (await events.keys(ofSession(id))).at(-1);
  return last === undefined ? undefined : events.get(last);
}
