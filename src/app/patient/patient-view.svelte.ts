import { FIRST_LOOK, lookFor, type Look } from '#session/patient-look.ts';
import type { LiveSession } from '../live-session.svelte.ts';
import type { Outside } from '../ports.ts';
import type { Answer } from '../session-setup.svelte.ts';

const KEY = 'patient-view';

/** The calm view for the patient's eyes. While it is on this screen, the screen is locked. */
export class PatientView {
  readonly #outside: Pick<Outside, 'settings' | 'fillScreen'>;
  #filled: { release(): void } | undefined;
  #chosen = $state.raw<Look>(FIRST_LOOK);
  /** What was said of the look so far: it outlives what was kept, which may come later. */
  #changed: Partial<Look> = {};
  #opened: Promise<void> = Promise.resolve();
  #live = $state.raw<Pick<LiveSession, 'beganMs' | 'sheet'> | undefined>();
  /** Sessions by when they began: for which the screen is locked, and for which what is shown was chosen. */
  #lockedFor = $state<number | undefined>();
  #chosenFor = $state<number | undefined>();
  #notKept = $state(false);

  constructor(outside: Pick<Outside, 'settings' | 'fillScreen'>) {
    this.#outside = outside;
  }

  readonly look = $derived.by<Look>(() => {
    const chosen = this.#live !== undefined && this.#chosenFor === this.#live.beganMs;
    return lookFor(this.#chosen, this.#live?.sheet?.preferences.eyes, chosen);
  });
  /** The dark was not chosen, it follows from the sheet. */
  readonly darkForClosedEyes = $derived.by(() => this.look.shows !== this.#chosen.shows);
  /** Which session the screen is locked for, by when that began: what comes back after a reload comes back locked. */
  get lockedFor(): number | undefined {
    return this.#lockedFor;
  }
  /** The last change holds until the app is closed, no longer. */
  get notKept(): boolean {
    return this.#notKept;
  }

  open(): Promise<void> {
    return (this.#opened = this.#load());
  }

  /** A session that begins says whether anything may swell; one that goes on after a reload has said so before. */
  attend(live: Pick<LiveSession, 'beganMs' | 'sheet' | 'log'>, seizureHistory: Answer): void {
    this.#live = live;
    if (live.log.every(({ type }) => type !== 'resumed')) this.#change({ still: seizureHistory === 'yes' });
  }

  change(change: Partial<Look>): void {
    if (change.shows !== undefined) this.#chosenFor = this.#live?.beganMs;
    this.#change(change);
  }

  /** On a tap, for only then does a browser give its whole screen. */
  lock(beganMs: number): void {
    this.#lockedFor = beganMs;
    // Who leaves the full screen by the browser's own way has not unlocked anything.
    this.#filled ??= this.#outside.fillScreen(() => (this.#filled = undefined));
    void this.#keep();
  }

  unlock(): void {
    this.#lockedFor = undefined;
    this.#filled?.release();
    this.#filled = undefined;
    void this.#keep();
  }

  #change(change: Partial<Look>): void {
    this.#changed = { ...this.#changed, ...change };
    this.#chosen = { ...this.#chosen, ...change };
    void this.#keep();
  }

  async #load(): Promise<void> {
    const { keptViewOf } = await import('#session/patient-view-reading.ts');
    const kept = await this.#outside.settings.load(KEY, keptViewOf);
    if (kept === undefined) return;
    this.#chosen = { ...kept.look, ...this.#changed };
    this.#lockedFor ??= kept.lockedFor;
    this.#chosenFor ??= kept.chosenFor;
  }

  async #keep(): Promise<void> {
    // It is written whole, so what was kept has to be here first; where it cannot be read there is nothing to lose.
    await this.#opened.catch(() => undefined);
    const whole = { look: this.#chosen, lockedFor: this.#lockedFor, chosenFor: this.#chosenFor };
    this.#notKept = !(await this.#outside.settings.keep(KEY, whole)).ok;
  }
}
