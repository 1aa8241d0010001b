import { breathTurns } from '#session/breath-turns.ts';
import { feltLines } from '#session/felt-lines.ts';
import type { Settings } from '#storage/settings.ts';
import type { LiveSession } from './live-session.svelte.ts';
import type { Outside, Vibrate } from './ports.ts';
import { createPulses, PULSE_IN } from './pulses.ts';

const LOOK_EVERY_MS = 250;
const KEY = 'vibration';

/** Whether the breath is felt as well as heard, and lines that are only shown; kept from one session to the next. */
export class BreathTouch {
  readonly #settings: Settings;
  readonly #vibrate: Vibrate | undefined;
  #on = $state(false);
  #following: ReturnType<typeof setInterval> | undefined;

  constructor(outside: Pick<Outside, 'settings' | 'vibrate'>) {
    this.#settings = outside.settings;
    this.#vibrate = outside.vibrate;
  }

  /** Whether this device can be felt at all. */
  get available(): boolean {
    return this.#vibrate !== undefined;
  }
  get on(): boolean {
    return this.#on && this.available;
  }

  async open(): Promise<void> {
    const kept = await this.#settings.load(KEY, (stored) =>
      typeof stored === 'boolean' ? stored : undefined,
    );
    this.#on = kept ?? false;
  }

  choose(on: boolean): void {
    this.#on = on;
    if (on) this.#vibrate?.(PULSE_IN); // what it feels like
    void this.#settings.keep(KEY, on);
  }

  /** Goes along with a session until its sound is off, or another one is followed. */
  follow(live: LiveSession): void {
    clearInterval(this.#following);
    const pulses = createPulses({
      heard: () => live.sound.heard(),
      turns: (span) =>
        this.on && live.sound.state === 'running'
          ? [...breathTurns(live.timeline, span), ...feltLines(live.timeline, span)]
          : [],
      vibrate: (pulse) => this.#vibrate?.(pulse),
      wait: (by, then) => setTimeout(then, by * 1000),
    });
    this.#following = setInterval(() => {
      if (live.sound.state === 'off') clearInterval(this.#following);
      else pulses.look();
    }, LOOK_EVERY_MS);
  }
}
