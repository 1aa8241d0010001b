import type { Repertoire } from '#session/cues.ts';
import { ROUTES, type RouteId } from '#session/plan.ts';
import { buildRecord, type SessionRecord } from '#session/record.ts';
import type { RecordSummary } from '#session/record-summary.ts';
import { repertoireOf } from '#session/said-by.ts';
import type { KeptSession, RecordStore, RemovedSession } from '#storage/records.ts';
import { ForAWhile } from './for-a-while.svelte.ts';
import type { GuideName, Guides } from './guides.ts';
import type { LiveSession } from './live-session.svelte.ts';
import type { Outside } from './ports.ts';
import type { Side } from './this-device.svelte.ts';
import { found, type Wanted } from './record-search.ts';

/** A record with what it was made from. */
export interface OpenRecord {
  readonly record: SessionRecord;
  readonly kept: KeptSession;
  /** Who said its lines, with what each was then. */
  readonly guide: GuideName & Repertoire;
}

/** A record as it lies on the device; undefined where it is not, or cannot be read. */
export async function readRecord(
  store: RecordStore,
  { shipped }: Pick<Guides, 'shipped'>,
  id: string,
): Promise<OpenRecord | undefined> {
  const kept = await store.open(id);
  if (kept === undefined) return undefined;
  const { saidBy } = kept;
  const guide = saidBy === undefined ? shipped : { ...saidBy, ...repertoireOf(saidBy) };
  return { record: buildRecord(kept, guide), kept, guide };
}

/**
 * The record of the session that has just ended: as it lies on the device once all of it is there, else from memory, so
 * that it can be taken along also where nothing could be kept.
 */
export async function recordOf(live: LiveSession, outside: Outside): Promise<OpenRecord> {
  const stored =
    live.saved === 'saved'
      ? await outside
          .openRecords()
          .then((store) => readRecord(store, outside.guides, live.id))
          .catch(() => undefined)
      : undefined;
  if (stored !== undefined && stored.kept.log.length >= live.log.length) return stored;
  const { id, plan, beganMs, log, guide, position, sheet } = live;
  const kept = log.map((event) => ({ event }));
  const lived = { id, plan, beganMs, log, sheet, lastSeen: position, saidBy: undefined };
  return {
    record: buildRecord(lived, guide),
    kept: { ...lived, chain: { kind: 'none' }, beginning: undefined, kept },
    guide,
  };
}

/** What stood in the way of a record. */
export type RecordProblem = 'not-deleted' | 'not-put-back';

/** The sessions that are over: found, opened, deleted and had back. */
export class Records {
  readonly #outside: Pick<Outside, 'guides' | 'nowMs'>;
  readonly #store: RecordStore;
  readonly #side: Side | undefined;
  #all = $state.raw<readonly RecordSummary[]>([]);
  #unreadable = $state(0);
  readonly #removed = new ForAWhile<RemovedSession>();
  #problem = $state<RecordProblem | undefined>();
  wanted = $state.raw<Wanted>({ words: '', route: 'all', from: undefined, to: undefined });

  private constructor(
    outside: Pick<Outside, 'guides' | 'nowMs'>,
    store: RecordStore,
    side: Side | undefined,
  ) {
    this.#side = side;
    this.#outside = outside;
    this.#store = store;
  }

  /** At home the practices are listed, and no timeline of a medicine; those stay kept as they are. */
  static async open(outside: Outside, side?: Side): Promise<Records> {
    const records = new Records(outside, await outside.openRecords(), side);
    await records.#list();
    return records;
  }

  get all(): readonly RecordSummary[] {
    return this.#all;
  }
  /** How many sessions this app cannot read; they are kept as they are. */
  get unreadable(): number {
    return this.#unreadable;
  }
  get removed(): RemovedSession | undefined {
    return this.#removed.value;
  }
  get problem(): RecordProblem | undefined {
    return this.#problem;
  }
  /** The routes that can be looked for. */
  get routes(): readonly RouteId[] {
    return this.#side === 'home' ? ROUTES.filter(isOfHome) : ROUTES;
  }

  /** What is looked for, the latest first. `textOf` says what a record is called and dated in the person's language. */
  found(textOf: (summary: RecordSummary) => string): readonly RecordSummary[] {
    return found(this.#all, this.wanted, textOf);
  }

  read(id: string): Promise<OpenRecord | undefined> {
    return readRecord(this.#store, this.#outside.guides, id);
  }

  async remove(id: string): Promise<void> {
    const removed = await this.#store.remove(id);
    this.#problem = removed.ok ? undefined : 'not-deleted';
    if (!removed.ok) return;
    this.#removed.set(removed.value);
    await this.#list();
  }

  async undo(): Promise<void> {
    const back = this.#removed.value;
    if (back === undefined) return;
    const done = await this.#store.putBack(back);
    this.#problem = done.ok ? undefined : 'not-put-back';
    if (!done.ok) return;
    this.#removed.clear();
    await this.#list();
  }

  async #list(): Promise<void> {
    const { records, unreadable } = await this.#store.list();
    this.#all = this.#side === 'home' ? records.filter(({ route }) => isOfHome(route)) : records;
    this.#unreadable = unreadable;
  }
}

/** A practice, and the run that goes like a session without a medicine. */
function isOfHome(route: RecordSummary['route']): boolean {
  return route === undefined || route === 'practice-run';
}
