import type { RouteId } from '#session/plan.ts';
import { sessionOf, windowAfter, type AfterWindow, type PastSession } from '#session/windows.ts';
import type { JournalPage } from '#session/journal-page.ts';
import type { RecordSummary } from '#session/record-summary.ts';
import type { RecordStore } from '#storage/records.ts';
import type { Outside } from '../ports.ts';
import { dayOf } from '../session-name.ts';

/** A session whose record is on this device, as a page names it. */
export interface KnownSession extends PastSession {
  readonly title: string;
  readonly route: RouteId | undefined;
}

/** The sessions a journal can look back on: those whose records are on this device. */
export class PastSessions {
  readonly #store: RecordStore | undefined;
  readonly #all: readonly KnownSession[];

  private constructor(store: RecordStore | undefined, all: readonly KnownSession[]) {
    this.#store = store;
    this.#all = all;
  }

  /** A journal is there without its records too. */
  static async open(outside: Pick<Outside, 'openRecords'>): Promise<PastSessions> {
    try {
      const store = await outside.openRecords();
      const { records } = await store.list();
      return new PastSessions(store, records.map(known));
    } catch {
      return new PastSessions(undefined, []);
    }
  }

  /** The one that a page belongs to. */
  of({ beganMs, day }: Pick<JournalPage, 'beganMs' | 'day'>): KnownSession | undefined {
    return sessionOf(this.#all, { atMs: beganMs, day });
  }

  windowOf(page: Pick<JournalPage, 'beganMs' | 'day'>): AfterWindow | undefined {
    const session = this.of(page);
    return session?.medicine === true ? windowAfter(session.endedMs, page.beganMs) : undefined;
  }

  /** Why its person came, in their own words. */
  async intentionOf(id: string): Promise<string | undefined> {
    const kept = await this.#store?.open(id).catch(() => undefined);
    return kept?.sheet?.intention || undefined;
  }
}

function known({ id, beganMs, from, to, given, route, title }: RecordSummary): KnownSession {
  const medicine = given !== undefined && route !== undefined && route !== 'practice-run';
  return { id, beganMs, endedMs: beganMs + (to - from) * 1000, day: dayOf(beganMs), medicine, title, route };
}
