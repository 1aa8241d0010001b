import { FIRST_LOOK, type Look } from '#session/patient-look.ts';
import type { LiveSession } from '../live-session.svelte.ts';
import type { Outside } from '../ports.ts';
import type { Answer } from '../session-setup.svelte.ts';

const KEY = 'patient-view';

/** The calm view for the patient's eyes. While it is on this screen, the screen is locked. */
export class PatientView {
  readonly #outside: Pick<Outside, 'settings' | 'fillScreen'>;
  #filled: { release(): void } | undefined;
  #look = $state.raw<Look>(FIRST_LOOK);
  /** Which session the screen is locked for, by when that began: what comes back after a reload comes back locked. */
  #lockedFor = $state<number | undefined>();

  constructor(outside: Pick<Outside, 'settings' | 'fillScreen'>) {
    this.#outside = outside;
  }

  get look(): Look {
    return this.#look;
  }
  get lockedFor(): number | undefined {
    return this.#lockedFor;
  }

  async open(): Promise<void> {
    const { keptViewOf } = await import('#session/patient-view-reading.ts');
    const kept = await this.#outside.settings.load(KEY, keptViewOf);
    if (kept === undefined) return;
    this.#look = kept.look;
    this.#lockedFor ??= kept.lockedFor;
  }

  /** A session that begins says whether anything may swell; one that goes on after a reload has said so before. */
  attend(live: LiveSession, seizureHistory: Answer): void {
    if (live.log.every(({ type }) => type !== 'resumed')) this.change({ still: seizureHistory === 'yes' });
  }

  change(change: Partial<Look>): void {
    this.#look = { ...this.#look, ...change };
    this.#keep();
  }

  /** On a tap, for only then does a browser give its whole screen. */
  lock(beganMs: number): void {
    this.#lockedFor = beganMs;
    // Who leaves the full screen by the browser's own way has not unlocked anything.
    this.#filled ??= this.#outside.fillScreen(() => (this.#filled = undefined));
    this.#keep();
  }

  unlock(): void {
    this.#lockedFor = undefined;
    this.#filled?.release();
    this.#filled = undefined;
    this.#keep();
  }

  #keep(): void {
    void this.#outside.settings.keep(KEY, { look: this.#look, lockedFor: this.#lockedFor });
  }
}
