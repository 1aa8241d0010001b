import type { Lock } from '#storage/lock/lock.ts';
import type { Connection } from '#storage/store.ts';

type Refusal = 'wrong-passphrase' | 'storage-blocked' | 'session-runs';

interface Ports {
  openLock(): Promise<Lock>;
  hintLocked(isLocked: boolean): void;
  sessionRuns(): Promise<boolean>;
  reload(): void;
}

/** Before anything is read: the passphrase that opens it, or, where that is forgotten, everything deleted. */
export class Unlocking {
  readonly #outside: Ports;
  readonly #onOpen: (connection: Connection) => void;
  #busy = $state(false);
  #refusal = $state<Refusal | undefined>();

  constructor(outside: Ports, onOpen: (connection: Connection) => void) {
    this.#outside = outside;
    this.#onOpen = onOpen;
  }

  get busy(): boolean {
    return this.#busy;
  }
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  /** Where another window has turned the lock off, there is nothing to ask for. */
  async look(): Promise<void> {
    const lock = await this.#outside.openLock();
    if ((await lock.isOn().catch(() => true)) === false) this.#anew();
  }

  open(passphrase: string): Promise<void> {
    return this.#work(async (lock) => {
      if (!(await lock.isOn())) return this.#anew(); // another window has turned it off
      const opened = await lock.unlock(passphrase);
      if (opened.ok) this.#onOpen(opened.value);
      else this.#refusal = opened.problem === 'wrong-passphrase' ? 'wrong-passphrase' : 'storage-blocked';
    });
  }

  wipe(): Promise<void> {
    return this.#work(async (lock) => {
      if (await this.#outside.sessionRuns()) {
        this.#refusal = 'session-runs';
        return;
      }
      await lock.wipe();
      this.#anew();
    });
  }

  #anew(): void {
    this.#outside.hintLocked(false);
    this.#outside.reload();
  }

  async #work(work: (lock: Lock) => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#refusal = undefined;
    await this.#outside
      .openLock()
      .then(work)
      .catch((cause: unknown) => {
        reportError(cause);
        this.#refusal = 'storage-blocked';
      });
    this.#busy = false;
  }
}
