import type { EventBody, SessionEvent, SessionLog } from './log.ts';
import type { Plan } from './plan.ts';
import { sessionTimeOf, START, type SessionTime } from './units.ts';

/** The log of a session in which everything goes as planned: for printing and rendering a plan that nobody has lived yet. */
export function plannedLog(plan: Plan): SessionLog {
  const first = plan.phases[0];
  const started = { type: 'started', seq: 0, at: START, wallMs: 0 } as const;
  if (first?.openEnded !== true) return [started];
  const at = sessionTimeOf(first.minutes * 60);
  return [started, { type: 'medicine-given', seq: 1, at, wallMs: at * 1000 }];
}

/** A log that nobody has lived, from its events in any order. */
export function inOrder(events: readonly (EventBody & { readonly at: SessionTime })[]): SessionLog {
  return events
    .toSorted((one, other) => one.at - other.at)
    .map((event, seq): SessionEvent => ({ ...event, seq, wallMs: 0 }));
}
