import type { SessionLog } from './log.ts';
import type { Plan } from './plan.ts';
import { sessionTimeOf, START } from './units.ts';

/** The log of a session in which everything goes as planned: for printing and rendering a plan that nobody has lived yet. */
export function plannedLog(plan: Plan): SessionLog {
  const first = plan.phases[0];
  const started = { type: 'started', seq: 0, at: START, wallMs: 0 } as const;
  if (first?.openEnded !== true) return [started];
  const at = sessionTimeOf(first.minutes * 60);
  return [started, { type: 'medicine-given', seq: 1, at, wallMs: at * 1000 }];
}
