import { pageOf, storedPage } from '#session/journal-page-reading.ts';
import type { JournalPage } from '#session/journal-page.ts';
import type { Result } from '#session/units.ts';
import type { Connection, Writing } from './store.ts';
import { told, type StorageProblem } from './told.ts';

/** The sound of a spoken note: a WAV file, or that it is no longer there. */
export interface SoundChange {
  readonly id: string;
  readonly sound: ArrayBuffer | undefined;
}

/** All that the device had of a page, for as long as its deletion can be taken back. */
export interface RemovedPage {
  readonly page: JournalPage;
  readonly sounds: readonly SoundChange[];
}

/** A person's journal. The sounds lie apart from the pages, so that a list of pages is light. */
export interface PageStore {
  /** In no particular order; and how many cannot be read by this app. */
  all(): Promise<{ readonly pages: readonly JournalPage[]; readonly unreadable: number }>;
  /** A page with what becomes of its sounds: all of it or nothing. Resolves when it is on the disk. */
  keep(page: JournalPage, ...changes: readonly SoundChange[]): Promise<Result<undefined, StorageProblem>>;
  /** The same for one that was kept before: where it was deleted in another window it stays deleted. */
  change(
    page: JournalPage,
    ...changes: readonly SoundChange[]
  ): Promise<Result<undefined, StorageProblem | 'gone'>>;
  sound(page: string, id: string): Promise<ArrayBuffer | undefined>;
  /** With its sounds: nothing of it is left. */
  remove(page: JournalPage): Promise<Result<RemovedPage, StorageProblem>>;
  /** Everything, also what this app cannot read. */
  removeAll(): Promise<Result<undefined, StorageProblem>>;
}

const BOTH = ['pages', 'page-sounds'] as const;
/** Arrays sort after texts: this is every key that begins with the page. */
const soundsOf = (page: string) => IDBKeyRange.bound([page], [page, []]);

export function createPageStore(connection: Connection): PageStore {
  const pages = connection.store('pages');
  const sounds = connection.store('page-sounds');
  return {
    async all() {
      const stored: readonly unknown[] = await pages.values();
      const known = stored.flatMap((value) => pageOf(value) ?? []);
      return { pages: known, unreadable: stored.length - known.length };
    },
    keep: (page, ...changes) => told(connection.together(BOTH, (store) => write(store, page, changes))),
    change: (page, ...changes) => change(connection, page, changes),
    sound: (page, id) => sounds.get<ArrayBuffer>([page, id]),
    async remove(page) {
      const kept = await Promise.all(
        page.spoken.map(async ({ id }) => ({ id, sound: await sounds.get<ArrayBuffer>([page.id, id]) })),
      );
      const gone = await told(
        connection.together(BOTH, (store) => {
          store('pages').delete(page.id);
          store('page-sounds').delete(soundsOf(page.id));
        }),
      );
      return gone.ok ? { ok: true, value: { page, sounds: kept } } : gone;
    },
    removeAll: () =>
      told(
        connection.together(BOTH, (store) => {
          for (const name of BOTH) store(name).clear();
        }),
      ),
  };
}

function write(
  store: (name: (typeof BOTH)[number]) => Writing,
  page: JournalPage,
  changes: readonly SoundChange[],
): void {
  store('pages').put(storedPage(page), page.id);
  for (const { id, sound } of changes)
    if (sound === undefined) store('page-sounds').delete([page.id, id]);
    else store('page-sounds').put(sound, [page.id, id]);
}

async function change(
  connection: Connection,
  page: JournalPage,
  changes: readonly SoundChange[],
): ReturnType<PageStore['change']> {
  const there = { store: 'pages', key: page.id } as const;
  const written = connection.together(BOTH, (store) => write(store, page, changes), there);
  const done = await told(written);
  return done.ok && !(await written) ? { ok: false, problem: 'gone' } : done;
}
