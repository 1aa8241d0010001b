import { lookBeside } from '#session/patient-look.ts';
import { scoreOf } from '#session/patient-view.ts';
import type { PlaceOf } from '#session/practices/place.ts';
import { excerptOf, type WindowMessage } from '#session/second-window.ts';
import { untrack } from 'svelte';
import type { LiveSession } from '../live-session.svelte.ts';
import type { WindowPorts } from '../ports.ts';
import type { PatientView } from './patient-view.svelte.ts';
import { CHANNEL, PATIENT_WINDOW } from './window-address.ts';

/** So long after the tap it is said that no window came up; it may still come. */
const COMES_WITHIN_MS = 5000;
/** However much is changed, no more is told than five times a second. */
const TOLD_EVERY_MS = 200;
/** A window that is hidden asks once a minute only; one that was closed says so. */
const GONE_AFTER_MS = 70_000;

/** How it stands with windows beside this one. */
export type SecondWindowState = 'none' | 'opening' | 'not-come' | 'open' | 'closed';

/** The second window, as the page of the session has it: opened here, and told what the patient is to see. */
export class SecondWindow {
  readonly #ports: WindowPorts;
  readonly #view: PatientView;
  #state = $state<SecondWindowState>('none');
  #say: ((message: WindowMessage) => void) | undefined;
  #windows: readonly string[] = [];
  /** Says what is to be seen now; there only while a session runs in this page. */
  #tell: (() => void) | undefined;
  #toldMs = -Infinity;
  #coming: ReturnType<typeof setTimeout> | undefined;
  #missing: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: WindowPorts, view: PatientView) {
    this.#ports = ports;
    this.#view = view;
  }

  get state(): SecondWindowState {
    return this.#state;
  }
  get possible(): boolean {
    return this.#ports.hasWindows;
  }

  async listen(): Promise<void> {
    const { messageOf, said } = await import('#session/second-window-reading.ts');
    const channel = this.#ports.openChannel(CHANNEL, (received) => this.#heard(messageOf(received)));
    this.#say = (message) => channel?.say(said(message));
  }

  /** On a tap. */
  open(): void {
    this.#state = 'opening';
    this.#ports.openWindow(PATIENT_WINDOW);
    setTimeout(() => this.#state === 'opening' && (this.#state = 'not-come'), COMES_WITHIN_MS);
  }

  /** In an effect: whatever of this changes is told anew. What it returns ends that. */
  attend(live: LiveSession, placeOf: PlaceOf): () => void {
    const { timeline, plan, ended, id } = live;
    const look = lookBeside(this.#view.look, live.log);
    const moving = live.sound.state === 'running' || plan.clock === 'medicine';
    if (ended) this.#say?.({ kind: 'over', session: id });
    else {
      const score = scoreOf(timeline, plan, placeOf);
      this.#tell = () => {
        const at = live.sound.heard();
        const told = { session: id, at, atMs: this.#ports.sharedMs(), moving, look };
        this.#say?.({ kind: 'told', ...told, score: excerptOf(score, look, at) });
      };
      untrack(() => this.#tellSoon()); // where the session is changes all the time
    }
    return () => (this.#tell = undefined);
  }

  #heard(message: WindowMessage | undefined): void {
    if (message?.kind === 'asking') {
      if (!this.#windows.includes(message.window)) this.#windows = [...this.#windows, message.window];
      this.#state = 'open';
      clearTimeout(this.#missing);
      this.#missing = setTimeout(() => this.#gone(this.#windows), GONE_AFTER_MS);
      this.#tellNow();
    } else if (message?.kind === 'left') this.#gone([message.window]);
  }

  #gone(windows: readonly string[]): void {
    this.#windows = this.#windows.filter((each) => !windows.includes(each));
    if (this.#windows.length > 0 || this.#state !== 'open') return;
    clearTimeout(this.#missing);
    this.#state = 'closed';
  }

  #tellSoon(): void {
    if (this.#windows.length === 0) return;
    clearTimeout(this.#coming);
    const wait = this.#toldMs + TOLD_EVERY_MS - this.#ports.sharedMs();
    if (wait <= 0) this.#tellNow();
    else this.#coming = setTimeout(() => this.#tellNow(), wait);
  }

  #tellNow(): void {
    this.#toldMs = this.#ports.sharedMs();
    this.#tell?.();
  }
}
