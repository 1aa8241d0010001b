import { FIRST_LOOK } from '#session/patient-look.ts';
import {
  ASKS_EVERY_MS,
  followed,
  lightAt,
  positionAt,
  type Following,
  type WindowMessage,
} from '#session/second-window.ts';
import { messageOf, said } from '#session/second-window-reading.ts';
import { START, type SessionTime } from '#session/units.ts';
import type { Between, Outside } from '../ports.ts';
import { CHANNEL } from './window-address.ts';

/** What is read, not what moves. */
const LOOKS_EVERY_MS = 250;

export type WatchingPorts = Between & Pick<Outside, 'fillScreen' | 'keepScreenOn' | 'newId'>;

/**
 * The second window itself: it hears what the page of the session tells, and knows no more. It has no engine, no storage
 * and no session; nothing that happens here reaches one.
 */
export class Watching {
  readonly #ports: WatchingPorts;
  readonly #id: string;
  readonly #say: (message: WindowMessage) => void;
  #following = $state.raw<Following | undefined>();
  #nowMs: number;
  #filled = false;
  #lit: { release(): void } | undefined;

  constructor(ports: WatchingPorts) {
    this.#ports = ports;
    this.#id = ports.newId();
    this.#nowMs = $state(ports.sharedMs());
    const channel = ports.openChannel(CHANNEL, (received) => this.#heard(messageOf(received)));
    this.#say = (message) => channel?.say(said(message));
  }

  readonly light = $derived.by(() => lightAt(this.#following, this.#nowMs));
  readonly look = $derived.by(() => this.#following?.told.look ?? FIRST_LOOK);
  readonly score = $derived.by(() => this.#following?.told.score);
  /** Where the ear is, a few times a second. */
  readonly at = $derived.by(() => this.#at(this.#nowMs));

  /** The same this instant, for what moves. */
  now(): SessionTime {
    return this.#at(this.#ports.sharedMs());
  }

  /** Looks out for a session for as long as the window is open: nobody has to touch anything when one comes back. */
  begin(): void {
    this.ask();
    setInterval(() => this.ask(), ASKS_EVERY_MS);
    setInterval(() => this.#pass(), LOOKS_EVERY_MS);
  }

  ask(): void {
    this.#say({ kind: 'asking', window: this.#id });
  }

  /** The window is being closed, or loaded again. */
  leave(): void {
    this.#say({ kind: 'left', window: this.#id });
  }

  /** On a tap, for only then does a browser give its whole screen. */
  fill(): void {
    if (this.#filled) return;
    this.#filled = true;
    this.#ports.fillScreen(() => (this.#filled = false));
  }

  #heard(message: WindowMessage | undefined): void {
    if (message === undefined) return;
    this.#following = followed(this.#following, message, this.#ports.sharedMs());
    this.#pass();
  }

  #pass(): void {
    this.#nowMs = this.#ports.sharedMs();
    if (this.light === 'shown' || this.light === 'fading') this.#lit ??= this.#ports.keepScreenOn();
    else {
      this.#lit?.release();
      this.#lit = undefined;
    }
  }

  #at(nowMs: number): SessionTime {
    return this.#following === undefined ? START : positionAt(this.#following, nowMs);
  }
}
