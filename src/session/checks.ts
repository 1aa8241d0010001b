import { eventsInForce, type SessionLog } from './log.ts';
import type { RouteId } from './plan.ts';
import type { CheckItem, Checklists, ListId } from './sheet.ts';

/** Items of a list that a session of this route goes through. A practice run has no medicine, and so nothing to check. */
export function itemsFor(lists: Checklists, list: ListId, route: RouteId): readonly CheckItem[] {
  if (route === 'practice-run') return [];
  return lists[list].filter(({ routes }) => routes === undefined || routes.includes(route));
}

/** Which items of a list stand checked by the log, the last word on each counting. */
export function checkedIn(log: SessionLog, list: ListId): ReadonlySet<string> {
  const checked = new Set<string>();
  for (const event of eventsInForce(log)) {
    if (event.type !== 'item-checked' || event.list !== list) continue;
    if (event.checked) checked.add(event.item);
    else checked.delete(event.item);
  }
  return checked;
}

/** A list as a clinic has changed it: its version counts one up, unless nothing is different. */
export function changedLists(lists: Checklists, list: ListId, items: readonly CheckItem[]): Checklists {
  const next = { ...lists, [list]: [...items] };
  return JSON.stringify(next) === JSON.stringify(lists) ? lists : { ...next, version: lists.version + 1 };
}
