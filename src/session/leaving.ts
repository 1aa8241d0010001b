import { checkedIn, itemsFor } from './checks.ts';
import { eventsInForce, type SessionLog } from './log.ts';
import type { Milestones } from './milestones.ts';
import type { CheckItem, Sheet } from './sheet.ts';
import type { SessionTime } from './units.ts';

/** Stands among what a patient left despite, beside the ids of items: the clinic's own stay was not over. */
export const TOO_EARLY = 'too-early';

/** What there is about a patient's leaving at one moment. */
export interface Leaving {
  /** The clinic's list for this route. */
  readonly items: readonly CheckItem[];
  readonly checked: ReadonlySet<string>;
  /** Counted from the last device or dose; undefined where the clinic sets no stay, and before T0. */
  readonly earliest: SessionTime | undefined;
  /** What stands against it: ids of items, and `too-early`. Leaving all the same needs a reason [PR6]. */
  readonly against: readonly string[];
  readonly leftAt: SessionTime | undefined;
}

export function leavingAt(
  { checklists, route }: Pick<Sheet, 'checklists' | 'route'>,
  log: SessionLog,
  { leaving }: Pick<Milestones, 'leaving'>,
  at: SessionTime,
): Leaving {
  const items = itemsFor(checklists, 'leaving', route);
  const checked = checkedIn(log, 'leaving');
  const earliest = leaving?.fromLast;
  const open = items.filter(({ id }) => !checked.has(id)).map(({ id }) => id);
  return {
    items,
    checked,
    earliest,
    against: earliest !== undefined && at < earliest ? [TOO_EARLY, ...open] : open,
    leftAt: eventsInForce(log).findLast(({ type }) => type === 'left')?.at,
  };
}
