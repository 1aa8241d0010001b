import type { InstalledApp, InstalledAppHandlers } from '#platform/installed-app.ts';
import type { Keeping } from '#platform/keep-sounds.ts';
import type { ShippedSound } from '#platform/sound-cache.ts';

/** What keeping the app on the device asks of the outside. */
export interface OfflinePorts {
  installApp(handlers: InstalledAppHandlers): Promise<InstalledApp | undefined>;
  shippedSounds(): Promise<readonly ShippedSound[]>;
  keepSounds(sounds: readonly ShippedSound[], keeping: Keeping): Promise<void>;
  /** Says to other tabs that a session runs here. */
  holdSession(): { release(): void };
  /** Whether a session runs, in whatever tab. */
  sessionRuns(): Promise<boolean>;
  /** Resolves once none runs any more. */
  noSessionRuns(): Promise<void>;
  reload(): void;
  /** Calls when the network has come back. */
  onOnline(call: () => void): void;
}

/**
 * `impossible`: this browser keeps no app here. `getting`: under way. `waiting`: something could not be had, and is asked
 * for again when the network is back. `ready`: every file is on this device, and every sound has been read.
 */
export type OfflineState = 'unknown' | 'impossible' | 'getting' | 'waiting' | 'ready';

/** The app without a network: what of it is on this device, and whether a newer version waits. */
export class Offline {
  readonly #ports: OfflinePorts;
  #state = $state<OfflineState>('unknown');
  #kept = $state(0);
  #of = $state(0);
  #newer = $state<'none' | 'waits' | 'held-up'>('none');
  #app: InstalledApp | undefined;
  /** Nothing is fetched, and nothing reloads, while this is false. */
  #atStart = true;
  /** A newer version has taken over; the page is loaded again as soon as nobody needs it. */
  #turned = false;
  #keeping: AbortController | undefined;

  constructor(ports: OfflinePorts) {
    this.#ports = ports;
  }

  get state(): OfflineState {
    return this.#state;
  }
  /** So many of `of` sounds are kept. */
  get kept(): number {
    return this.#kept;
  }
  get of(): number {
    return this.#of;
  }
  /** `held-up`: it was wanted, but a session runs in another tab. */
  get newer(): 'none' | 'waits' | 'held-up' {
    return this.#newer;
  }

  async open(): Promise<void> {
    this.#app = await this.#ports.installApp({
      onNewer: () => (this.#newer = 'waits'),
      onTurned: () => {
        this.#turned = true;
        if (this.#atStart) this.#ports.reload();
      },
    });
    if (this.#app === undefined) return void (this.#state = 'impossible');
    this.#ports.onOnline(() => void this.#keep());
    await this.#keep();
  }

  /** Follows the app; within an effect. `atStart`: no session is being begun, runs, is looked back upon or still fades. */
  attend(atStart: () => boolean): void {
    $effect(() => this.follow(atStart()));
  }

  /** Only at the start is anything fetched, or the page loaded again. */
  follow(atStart: boolean): void {
    this.#atStart = atStart;
    if (atStart && this.#turned) this.#ports.reload();
    else if (atStart) void this.#keep();
    else this.#keeping?.abort();
  }

  /**
   * Turns to the newer version, unless a session runs in any tab: it would lose what its page still has to fetch. As soon
   * as that has ended the newer version is offered again.
   */
  async turnToNewer(): Promise<void> {
    if (!(await this.#ports.sessionRuns())) return this.#app?.turnToNewer();
    this.#newer = 'held-up';
    await this.#ports.noSessionRuns();
    this.#newer = 'waits';
  }

  async #keep(): Promise<void> {
    const app = this.#app;
    if (app === undefined || !this.#atStart || this.#keeping !== undefined || this.#state === 'ready') return;
    const keeping = (this.#keeping = new AbortController());
    this.#state = 'getting';
    const kept = await this.#keepAll(app, keeping.signal).catch(() => false);
    this.#keeping = undefined;
    if (kept) this.#state = 'ready';
    else if (!keeping.signal.aborted) this.#state = 'waiting';
    else void this.#keep(); // a session was begun meanwhile: it goes on where that has ended already
  }

  async #keepAll(app: InstalledApp, signal: AbortSignal): Promise<boolean> {
    await app.kept;
    const sounds = await this.#ports.shippedSounds();
    this.#of = sounds.length;
    this.#kept = 0;
    await this.#ports.keepSounds(sounds, { signal, onKept: () => this.#kept++ });
    return !signal.aborted;
  }
}
