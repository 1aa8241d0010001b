import type { BesideStorage } from '#platform/beside-storage.ts';
import type { StorageRoom } from '#platform/storage-room.ts';
import type { Counts } from '#storage/traces.ts';
import type { Outside } from './ports.ts';

/** What knowing about all that is kept asks of the outside. */
export interface PermanencePorts extends Pick<Outside, 'settings' | 'newId'> {
  storageRoom(ask: boolean): Promise<StorageRoom>;
  /** How much was ever kept. Rejects where that cannot be known. */
  countKept(): Promise<Counts>;
  readonly beside: BesideStorage;
}

/** Noted beside the database: which installation it was, and how much it held. Nothing of what. */
interface Marker extends Counts {
  readonly install: string;
}

const KEY = 'install';

/** Whether what was kept is still there, and whether the browser has promised to leave it. */
export class Permanence {
  readonly #ports: PermanencePorts;
  #lost = $state.raw<Counts | undefined>();
  #promised = $state<boolean | undefined>();

  constructor(ports: PermanencePorts) {
    this.#ports = ports;
  }

  static async open(ports: PermanencePorts): Promise<Permanence> {
    const permanence = new Permanence(ports);
    await permanence.#open().catch(() => undefined); // where nothing can be known, nothing is said
    return permanence;
  }

  /** How much was here and is gone, since the database was cleared as a whole; undefined where nothing is [ST5]. */
  get lost(): Counts | undefined {
    return this.#lost;
  }
  /** The browser will not clear it by itself. */
  get promised(): boolean | undefined {
    return this.#promised;
  }

  /** Somebody has read that it is gone. */
  understood(): Promise<void> {
    this.#lost = undefined;
    return this.#note().catch(() => undefined);
  }

  /** A session is over and kept: the browser is asked for its promise, which would disturb one that runs. */
  async sessionKept(): Promise<void> {
    this.#promised = (await this.#ports.storageRoom(true)).promised;
    if (this.#lost === undefined) await this.#note().catch(() => undefined);
  }

  async #open(): Promise<void> {
    const noted = markerOf(this.#ports.beside.read());
    const install = await this.#install();
    const counts = await this.#ports.countKept();
    const gone = noted !== undefined && noted.install !== install && noted.sessions + noted.pages > 0;
    if (gone && counts.sessions + counts.pages === 0) this.#lost = noted;
    else await this.#note();
    this.#promised = (await this.#ports.storageRoom(false)).promised;
  }

  #install(): Promise<string | undefined> {
    return this.#ports.settings.load(KEY, (stored) => (typeof stored === 'string' ? stored : undefined));
  }

  /** First in the database, then beside it: a marker never knows of more than there was. */
  async #note(): Promise<void> {
    const { sessions, pages } = await this.#ports.countKept();
    if (sessions + pages === 0) return this.#ports.beside.write(''); // nobody loses anything yet
    const known = await this.#install();
    const install = known ?? this.#ports.newId();
    if (known === undefined && !(await this.#ports.settings.keep(KEY, install)).ok) return;
    this.#ports.beside.write(JSON.stringify({ install, sessions, pages } satisfies Marker));
  }
}

function markerOf(text: string | undefined): Marker | undefined {
  try {
    const { install, sessions, pages } = Object(JSON.parse(text ?? '')) as Partial<Marker>;
    if (typeof install !== 'string' || typeof sessions !== 'number' || typeof pages !== 'number')
      return undefined;
    return { install, sessions, pages };
  } catch {
    return undefined;
  }
}
