import { itemsFor } from './checks.ts';
import { TOO_EARLY } from './leaving.ts';
import type { SessionRecord } from './record.ts';
import type { ListId } from './sheet.ts';
import type { SessionTime } from './units.ts';

/** One line of the table of checks. */
export interface CheckLine {
  /** Of an item or of a rule; `too-early` where the stay was not over. */
  readonly id: string;
  /** `overruled`: open, and gone on without it, with a reason. `waived`: a rule the clinic has switched off. */
  readonly state: 'checked' | 'open' | 'overruled' | 'waived';
  /** Where it was checked; undefined where it was not. */
  readonly at: SessionTime | undefined;
}

export interface CheckGroup {
  readonly of: ListId | 'rules';
  readonly lines: readonly CheckLine[];
  /** Why it was gone on without what was overruled. */
  readonly reasons: readonly string[];
}

type Parts = Pick<SessionRecord, 'sheet' | 'checks'>;
/** What was open when somebody went on, and why they did. */
interface Despite {
  readonly ids: readonly string[];
  readonly reason?: string | undefined;
}

/** What stands in the table of checks, in the order of a session; a group with nothing in it is left out [RE9]. */
export function checkGroups(parts: Parts): readonly CheckGroup[] {
  const { begunDespite, left, waived } = parts.checks;
  const arrival = begunDespite.map(({ items, reason }) => ({ ids: items, reason }));
  const rules = begunDespite.map(({ rules: ids, reason }) => ({ ids, reason }));
  const leaving = left === undefined ? [] : [{ ids: left.despite, reason: left.reason }];
  const groups: CheckGroup[] = [
    { of: 'arrival', lines: itemLines(parts, 'arrival', idsOf(arrival)), reasons: reasonsOf(arrival) },
    {
      of: 'rules',
      lines: [
        ...idsOf(rules).map((id): CheckLine => ({ id, state: 'overruled', at: undefined })),
        ...waived.map((id): CheckLine => ({ id, state: 'waived', at: undefined })),
      ],
      reasons: reasonsOf(rules),
    },
    { of: 'leaving', lines: itemLines(parts, 'leaving', idsOf(leaving)), reasons: reasonsOf(leaving) },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

/** The list as it was when the session began; sessions without a sheet have what somebody has said about it. */
function itemLines({ sheet, checks }: Parts, list: ListId, overruled: readonly string[]): CheckLine[] {
  const said = checks.items.filter((item) => item.list === list);
  const listed = sheet === undefined ? [] : itemsFor(sheet.checklists, list, sheet.route);
  const ids = [
    ...overruled.filter((id) => id === TOO_EARLY),
    ...listed.map(({ id }) => id),
    ...said.map(({ item }) => item),
    ...overruled,
  ];
  return [...new Set(ids)].map((id): CheckLine => {
    if (overruled.includes(id)) return { id, state: 'overruled', at: undefined };
    const check = said.find(({ item, checked }) => item === id && checked);
    return { id, state: check === undefined ? 'open' : 'checked', at: check?.at };
  });
}

function idsOf(despite: readonly Despite[]): readonly string[] {
  return [...new Set(despite.flatMap(({ ids }) => ids))];
}

function reasonsOf(despite: readonly Despite[]): readonly string[] {
  return despite.flatMap(({ ids, reason }) => (ids.length === 0 || reason === undefined ? [] : [reason]));
}
