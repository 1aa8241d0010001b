import type { LiveSession } from './live-session.svelte.ts';

/** The session that has ended and was left behind, for as long as it still fades. */
export class Fading {
  #live = $state.raw<LiveSession | undefined>();

  get live(): LiveSession | undefined {
    return this.#live;
  }

  take(live: LiveSession | undefined): void {
    this.leave();
    this.#live = live;
  }

  /** What begins now takes its engine; nothing of it is followed any more. */
  leave(): void {
    this.#live?.sound.leave();
    this.#live = undefined;
  }

  /** Ends its sound, which would end what is tried out now. */
  async end(): Promise<void> {
    await this.#live?.sound.close();
    this.leave();
  }
}
