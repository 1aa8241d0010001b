import type { Lock } from '#storage/lock/lock.ts';
import type { Settings } from '#storage/settings.ts';
import { isPin, loadRelocking, type Relocking } from './relocking.ts';

/** Then only the passphrase helps. */
const MOST_TRIES = 5;
const LOOKS_EVERY_MS = 5_000;

interface Ports {
  readonly settings: Pick<Settings, 'load'>;
  readonly crypto: Crypto;
  readonly lock: Pick<Lock, 'fits'>;
  nowMs(): number;
  /** A session is being lived: its acts are never covered, for somebody may need them at once. */
  isLive(): boolean;
}

/**
 * A cover over an unlocked app that nobody touches. What goes on beneath goes on: sound, and what is written down. The
 * key stays in memory for that.
 */
export class Cover {
  readonly #ports: Ports;
  #relocking: Relocking | undefined;
  #touchedMs: number;
  #tries = $state(0);
  #hasPin = $state(false);
  #isOn = $state(false);
  #isWrong = $state(false);
  #busy = $state(false);

  constructor(ports: Ports) {
    this.#ports = ports;
    this.#touchedMs = ports.nowMs();
  }

  /** Looks again and again; what it returns stops it. */
  watch(): () => void {
    void this.look();
    const looking = setInterval(() => void this.look(), LOOKS_EVERY_MS);
    return () => clearInterval(looking);
  }

  get isOn(): boolean {
    return this.#isOn;
  }
  get busy(): boolean {
    return this.#busy;
  }
  /** What was typed last was not it. */
  get isWrong(): boolean {
    return this.#isWrong;
  }
  readonly asksPin = $derived(this.#hasPin && this.#tries < MOST_TRIES);

  /** Somebody is here. */
  touched(): void {
    if (!this.#isOn) this.#touchedMs = this.#ports.nowMs();
  }

  /** Covers where it is time to, at once by what was known last; a device that slept wakes covered. */
  async look(): Promise<void> {
    this.#coverInTime();
    this.#relocking = await loadRelocking(this.#ports.settings);
    this.#coverInTime();
  }

  async uncover(typed: string): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const pin = this.#relocking?.pin;
    const isRight =
      this.asksPin && pin !== undefined
        ? await isPin(this.#ports.crypto, pin, typed)
        : await this.#ports.lock.fits(typed).catch(() => false);
    this.#busy = false;
    this.#isWrong = !isRight;
    if (!isRight) this.#tries += 1;
    else {
      this.#tries = 0;
      this.#isOn = false;
      this.touched();
    }
  }

  #coverInTime(): void {
    if (this.#ports.isLive()) this.touched();
    const minutes = this.#relocking?.minutes;
    const untouchedMs = this.#ports.nowMs() - this.#touchedMs;
    if (this.#isOn || minutes === undefined || untouchedMs < minutes * 60_000) return;
    this.#hasPin = this.#relocking?.pin !== undefined;
    this.#isWrong = false;
    this.#isOn = true;
  }
}
