import { settledIn, type Settled } from '#session/preset.ts';
import { personIn, type Person } from '#session/sheet-draft.ts';
import type { RecordSummary } from '#session/record-summary.ts';
import type { Outside } from './ports.ts';

/** The session that was led last on this device, as far as another can be like it. */
export interface LastSession {
  readonly summary: RecordSummary;
  readonly settled: Settled;
  /** Who it was; undefined where no sheet was kept. */
  readonly person: Person | undefined;
}

/** Undefined where there is none yet. A practice run was nobody's session. */
export async function lastSession({
  openRecords,
  guides,
}: Pick<Outside, 'openRecords' | 'guides'>): Promise<LastSession | undefined> {
  const store = await openRecords();
  const { records } = await store.list();
  const summary = records.find(({ route }) => route !== undefined && route !== 'practice-run');
  const kept = summary && (await store.open(summary.id));
  if (summary === undefined || kept === undefined) return undefined;
  const { id, name } = kept.saidBy ?? guides.shipped;
  const guide = name === undefined ? { id } : { id, name };
  const settled = settledIn(kept.plan, { depth: kept.sheet?.depth ?? 'unknown', guide });
  return settled && { summary, settled, person: kept.sheet && personIn(kept.sheet) };
}
