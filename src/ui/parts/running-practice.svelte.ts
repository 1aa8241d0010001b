import { getUndertone } from '#app/context.ts';
import type { LiveSession } from '#app/live-session.svelte.ts';
import { practiceTexts } from '#messages/practising.ts';
import { mayPulse } from '#session/rules/sounding.ts';
import { untrack } from 'svelte';
import { getSessionMessages, phaseName } from '../words.ts';

/** What the screens of a practice that runs have in common, and what the lock screen is told of it. Made as they are made. */
export class RunningPractice {
  readonly #get: () => LiveSession;
  readonly #words = getSessionMessages();
  readonly #practising = practiceTexts(this.#words.language);
  readonly #session = getUndertone().planning.session;

  constructor(live: () => LiveSession) {
    this.#get = live;
    // Told anew where one of these changes, and where the practice is at that moment.
    $effect(() => {
      const { sound, timeline } = this.#live;
      const state = sound.state === 'paused' ? 'paused' : 'playing';
      const now = { title: this.title, part: this.part, state, length: timeline.to } as const;
      untrack(() => sound.media.tell({ ...now, at: this.#live.position }));
    });
  }

  get #live(): LiveSession {
    return this.#get();
  }

  get title(): string {
    return this.#practising.name(this.#live.plan.id) ?? this.#live.plan.title;
  }
  /** What is being practised, or that it is over. */
  get part(): string {
    const { span } = this.#live;
    return span === undefined ? this.#words.live.ended.practice : this.nameOf(span.phase);
  }
  get left(): number {
    return this.#live.timeline.to - this.#live.position;
  }
  get breathes(): boolean {
    return this.#live.breathAt(this.#live.position) !== undefined;
  }
  /** Who has had a seizure and practises on the clinic's device sees nothing swell either [RU11]. */
  get still(): boolean {
    const breath = this.#live.breathAt(this.#live.position);
    return breath !== undefined && !mayPulse(breath.rate / 60, this.#session.seizureHistory);
  }

  nameOf = (phase: string): string =>
    this.#practising.part(phase) ?? phaseName(this.#words, this.#live.plan, phase);
  /** By what is heard, not by what is reckoned. */
  breathNow = () => this.#live.breathAt(this.#live.sound.heard())?.moment;
}
