import type { EventBody } from './log.ts';
import { RULES, type Finding, type RuleId } from './rules/ruling.ts';
import type { CheckItem } from './sheet.ts';

/** How a session stands before it begins. */
export interface Standing {
  /** The arrival list, and which of it is checked. */
  readonly items: readonly CheckItem[];
  readonly checked: readonly string[];
  readonly findings: readonly Finding[];
  readonly waived: readonly RuleId[];
}

export function uncheckedIn({ items, checked }: Pick<Standing, 'items' | 'checked'>): readonly CheckItem[] {
  return items.filter(({ id }) => !checked.includes(id));
}

/** Something stands against beginning without a word. */
export function isOpen(standing: Standing): boolean {
  return standing.findings.length > 0 || uncheckedIn(standing).length > 0;
}

/**
 * What a session is begun with: what was checked, which rules are switched off, and what it is begun despite. Throws
 * where something is open and `reason` says nothing: no session begins despite anything without a word [PR12].
 */
export function beginningEvents(standing: Standing, reason: string): readonly EventBody[] {
  const { items, checked, findings, waived } = standing;
  const open = isOpen(standing);
  if (open && reason.trim() === '') throw new Error('begun despite what is open, and without a reason');
  const despite: EventBody = {
    type: 'begun-despite',
    items: uncheckedIn(standing).map(({ id }) => id),
    rules: RULES.filter((rule) => findings.some((found) => found.rule === rule)),
    reason: reason.trim(),
  };
  return [
    ...items
      .filter(({ id }) => checked.includes(id))
      .map(({ id }): EventBody => ({ type: 'item-checked', list: 'arrival', item: id, checked: true })),
    ...waived.map((rule): EventBody => ({ type: 'rule-waived', rule })),
    ...(open ? [despite] : []),
  ];
}
