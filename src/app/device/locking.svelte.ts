import type { Lock, LockProblem } from '#storage/lock/lock.ts';
import { NotKept } from '../not-kept.svelte.ts';
import type { Outside } from '../ports.ts';
import { couldBePin, keepRelocking, loadRelocking, pinOf, type Relocking } from './relocking.ts';

type Doing = 'turning-on' | 'turning-off' | 'changing' | 'wiping';
type Ports = Pick<Outside, 'openLock' | 'settings' | 'hintLocked' | 'sessionRuns' | 'reload'>;

/** The lock on all that is kept here, for whoever is let in already. */
export class Locking {
  readonly #outside: Ports;
  readonly #lock: Lock;
  readonly isOn: boolean;
  readonly #notKept = new NotKept();
  #relocking: Relocking = $state.raw({ minutes: undefined, pin: undefined });
  #doing = $state<Doing | undefined>();
  #changed = $state(false);
  #problem = $state.raw<{ readonly of: Doing; readonly why: LockProblem } | undefined>();

  private constructor(outside: Ports, lock: Lock, isOn: boolean) {
    this.#outside = outside;
    this.#lock = lock;
    this.isOn = isOn;
  }

  static async open(outside: Ports): Promise<Locking> {
    const lock = await outside.openLock();
    const locking = new Locking(outside, lock, await lock.isOn());
    locking.#relocking = await loadRelocking(outside.settings);
    return locking;
  }

  get doing(): Doing | undefined {
    return this.#doing;
  }
  /** The passphrase is another one now. */
  get changed(): boolean {
    return this.#changed;
  }
  get problem(): { readonly of: Doing; readonly why: LockProblem } | undefined {
    return this.#problem;
  }

  /** Closes everything, and the app with it: whoever knows the passphrase opens it again. */
  turnOn(passphrase: string): Promise<void> {
    return this.#work('turning-on', async () => {
      const done = await this.#lock.turnOn(passphrase, this.#mayFinish);
      if (!done.ok) return done.problem;
      this.#outside.hintLocked(true);
      this.#outside.reload();
      return undefined;
    });
  }

  /** Asked again before the last step: closing everything takes a while, and what a session wrote meanwhile would be lost. */
  readonly #mayFinish = async () => !(await this.#outside.sessionRuns());

  turnOff(passphrase: string): Promise<void> {
    return this.#work('turning-off', async () => {
      const done = await this.#lock.turnOff(passphrase, this.#mayFinish);
      if (!done.ok) return done.problem;
      this.#outside.hintLocked(false);
      this.#outside.reload();
      return undefined;
    });
  }

  change(from: string, to: string): Promise<void> {
    return this.#work('changing', async () => {
      const done = await this.#lock.changePassphrase(from, to);
      this.#changed = done.ok;
      return done.ok ? undefined : done.problem;
    });
  }

  /** After how many minutes without a touch a cover comes over everything. */
  get minutes(): number | undefined {
    return this.#relocking.minutes;
  }
  get hasPin(): boolean {
    return this.#relocking.pin !== undefined;
  }
  /** The device did not keep what was last chosen about the cover. */
  get notKept(): boolean {
    return this.#notKept.any;
  }
  coverAfter(minutes: number | undefined): void {
    this.#keep({ ...this.#relocking, minutes });
  }
  async setPin(digits: string): Promise<void> {
    if (couldBePin(digits)) this.#keep({ ...this.#relocking, pin: await pinOf(crypto, digits) });
  }
  removePin(): void {
    this.#keep({ ...this.#relocking, pin: undefined });
  }
  #keep(relocking: Relocking): void {
    this.#relocking = relocking;
    void this.#notKept.of('relocking', keepRelocking(this.#outside.settings, relocking));
  }

  /** The page that opens anew has no key. */
  lockNow(): void {
    this.#outside.reload();
  }

  /** Deletes all that the app keeps on this device. */
  wipe(): Promise<void> {
    return this.#work('wiping', async () => {
      this.#outside.hintLocked(false); // first: the page may be loaded again before all is deleted
      await this.#lock.wipe();
      this.#outside.reload();
      return undefined;
    });
  }

  async #work(doing: Doing, work: () => Promise<LockProblem | undefined>): Promise<void> {
    if (this.#doing !== undefined) return;
    this.#doing = doing;
    this.#changed = false;
    this.#problem = undefined;
    const why = await this.#unlessSessionRuns(work).catch((cause: unknown) => {
      reportError(cause); // a bug, or a browser that keeps nothing
      return 'storage-blocked' as const;
    });
    if (why !== undefined) this.#problem = { of: doing, why };
    this.#doing = undefined;
  }

  async #unlessSessionRuns(work: () => Promise<LockProblem | undefined>) {
    return (await this.#outside.sessionRuns()) ? 'session-runs' : work();
  }
}
