import type { Plan } from '#session/plan.ts';
import { saidBy } from '#session/said-by.ts';
import type { Sheet } from '#session/sheet.ts';
import type { StoredSession } from '#storage/journal.ts';
import { linesOf, type Guide } from './guide.ts';
import type { Outside } from './ports.ts';

/** A session that begins now: what its guide can say is kept with it. */
export function sessionToBegin(
  outside: Pick<Outside, 'newId' | 'nowMs'>,
  { plan, guide, sheet }: { readonly plan: Plan; readonly guide: Guide; readonly sheet?: Sheet | undefined },
): StoredSession {
  return {
    id: outside.newId(),
    plan,
    saidBy: saidBy(guide, linesOf(plan, guide)),
    ...(sheet === undefined ? {} : { sheet }),
    beganMs: outside.nowMs(),
  };
}
