import type { EventBody } from '#session/log.ts';
import type { Plan } from '#session/plan.ts';
import type { Seconds } from '#session/units.ts';
import type { Outside } from './ports.ts';

const KEY = 'light-stays';
/** What is felt when a hold has done something: longer than any pulse of the breath. */
const DONE: readonly number[] = [120];

/** What makes a practice one for the night: a screen that goes dark, and an end nobody has to wait for. */
export class Darkness {
  readonly #outside: Pick<Outside, 'fillScreen' | 'settings' | 'vibrate'>;
  #filled: { release(): void } | undefined;
  #on = $state(false);
  #lightStays = $state(false);
  /** The next practice begins in the dark. */
  fromStart = $state(false);
  /** The next practice fades out and ends in so long. */
  sleepIn = $state<Seconds | undefined>();

  constructor(outside: Pick<Outside, 'fillScreen' | 'settings' | 'vibrate'>) {
    this.#outside = outside;
  }

  get on(): boolean {
    return this.#on;
  }
  /** The screen of a practice does not go dark by itself: where somebody wants that, and at first without a touch screen. */
  get lightStays(): boolean {
    return this.#lightStays;
  }

  async open(): Promise<void> {
    const read = (stored: unknown) => (typeof stored === 'boolean' ? stored : undefined);
    const touched = matchMedia('(pointer: coarse)').matches; // whoever has a mouse holds no phone in the dark
    this.#lightStays = (await this.#outside.settings.load(KEY, read)) ?? !touched;
  }

  keepLight(stays: boolean): void {
    this.#lightStays = stays;
    void this.#outside.settings.keep(KEY, stays);
  }

  /** On a tap, for only then does a browser give its whole screen. */
  enter(): void {
    this.#on = true;
    this.#filled ??= this.#outside.fillScreen(() => this.leave());
  }

  leave(): void {
    this.#on = false;
    this.#filled?.release();
    this.#filled = undefined;
  }

  /** What the log of a practice begins with. */
  timerFor(plan: Plan): readonly EventBody[] {
    if (plan.route !== undefined || this.sleepIn === undefined) return [];
    return [{ type: 'sleep-timer-set', in: this.sleepIn }];
  }

  /** A hold has done something. */
  feel(): void {
    this.#outside.vibrate?.(DONE);
  }
}
