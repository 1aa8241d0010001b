import type { BackupStore, OpenedBackup } from '#storage/backup/backup.ts';
import type { FileRefusal } from '#storage/backup/sealed-file.ts';
import type { StorageProblem } from '#storage/told.ts';
import type { Outside } from '../ports.ts';
import { dayOf } from '../session-name.ts';

/** Why a file was not made, not opened or not put in the place of what is here. */
export type BackupProblem = FileRefusal | StorageProblem | 'unreadable' | 'session-runs';

/** What a file was found to hold: how many of each. */
export interface BackupContents {
  readonly madeMs: number;
  readonly sessions: number;
  readonly pages: number;
  readonly guides: number;
  readonly sounds: number;
}

/** Fewer letters than this are guessed. */
export const SHORTEST_PASSPHRASE = 10;

type Doing = 'making' | 'opening' | 'restoring';
type Ports = Pick<Outside, 'openBackups' | 'download' | 'sessionRuns' | 'nowMs' | 'reload'>;

/** Everything on this device as one file, and such a file in the place of everything here. */
export class Backups {
  readonly #outside: Ports;
  #doing = $state<Doing | undefined>();
  #made = $state<string | undefined>();
  #opened = $state.raw<OpenedBackup | undefined>();
  #problem = $state.raw<{ readonly of: Doing; readonly why: BackupProblem } | undefined>();

  constructor(outside: Ports) {
    this.#outside = outside;
  }

  /** What is being worked at; nothing else can be begun meanwhile. */
  get doing(): Doing | undefined {
    return this.#doing;
  }
  /** The name of the file that was handed over. */
  get made(): string | undefined {
    return this.#made;
  }
  get problem(): { readonly of: Doing; readonly why: BackupProblem } | undefined {
    return this.#problem;
  }
  /** Of the file that was opened and could take the place of everything here. */
  readonly contents = $derived.by(() => this.#opened && contentsOf(this.#opened));

  make(passphrase: string): Promise<void> {
    return this.#work('making', async (store) => {
      const nowMs = this.#outside.nowMs();
      const file = await store.make(passphrase, nowMs).catch(() => undefined);
      if (file === undefined) return 'unreadable';
      const name = `undertone-${dayOf(nowMs)}.backup`;
      this.#outside.download(name, 'application/octet-stream', file);
      this.#made = name;
      return undefined;
    });
  }

  /** Reads and checks all of the file; nothing here changes. */
  open(file: Blob, passphrase: string): Promise<void> {
    return this.#work('opening', async (store) => {
      const opened = await store.open(file, passphrase);
      if (!opened.ok) return opened.problem;
      this.#opened = opened.value;
      return undefined;
    });
  }

  /** Not what is in the file that was opened after all. */
  close(): void {
    this.#opened = undefined;
    this.#problem = undefined;
  }

  /** All of it in the place of all that is here, or nothing; then the app is opened anew, for it knows what was here before. */
  restore(): Promise<void> {
    const opened = this.#opened;
    if (opened === undefined) return Promise.resolve();
    return this.#work('restoring', async (store) => {
      if (await this.#outside.sessionRuns()) return 'session-runs';
      const restored = await store.restore(opened);
      if (!restored.ok) return restored.problem;
      this.#outside.reload();
      return undefined;
    });
  }

  async #work(doing: Doing, work: (store: BackupStore) => Promise<BackupProblem | undefined>): Promise<void> {
    if (this.#doing !== undefined) return;
    this.#doing = doing;
    this.#made = undefined;
    this.#problem = undefined;
    const why = await this.#outside
      .openBackups()
      .then(work)
      .catch((cause: unknown) => {
        reportError(cause); // a bug: what is here is as it was
        return 'unreadable' as const;
      });
    if (why !== undefined) this.#problem = { of: doing, why };
    this.#doing = undefined;
  }
}

function contentsOf({ madeMs, entries }: OpenedBackup): BackupContents {
  const of = (name: string) => entries.filter(([store]) => store === name).length;
  return {
    madeMs,
    sessions: of('sessions'),
    pages: of('pages'),
    guides: of('guides'),
    sounds: of('sounds'),
  };
}
