import type { Ticks } from '#audio/check-sounds.ts';
import { tappedDelay, type TappedDelay } from '#session/tapping.ts';
import type { Seconds } from '#session/units.ts';
import type { CheckPlayer } from './check-player.svelte.ts';
import { TONE_LEVEL } from './ear-trials.svelte.ts';

/** How late does the ear hear? Ticks to tap along with. */
export class TapAlong {
  readonly #player: CheckPlayer;
  readonly #onDelay: (delay: Seconds) => void;
  #ticks = $state.raw<Ticks | undefined>();
  #taps = $state.raw<readonly Seconds[]>([]);
  #found = $state.raw<TappedDelay | undefined>();

  constructor(player: CheckPlayer, onDelay: (delay: Seconds) => void) {
    this.#player = player;
    this.#onDelay = onDelay;
  }

  /** The ticks are under way. */
  get ticking(): boolean {
    return this.#ticks !== undefined;
  }
  get taps(): number {
    return this.#taps.length;
  }
  /** What the taps say, once the ticks are over. */
  get found(): TappedDelay | undefined {
    return this.#found;
  }

  async begin(): Promise<void> {
    this.#taps = [];
    this.#found = undefined;
    const heard = await this.#player.play(async (sounds) => {
      this.#ticks = sounds.ticks(TONE_LEVEL);
      await this.#ticks.over;
    });
    const ticks = this.#ticks;
    this.#ticks = undefined;
    if (!heard || ticks === undefined) return;
    this.#found = tappedDelay(ticks.first, this.#taps, ticks.latency);
    if (this.#found.kind === 'delay') this.#onDelay(this.#found.delay);
  }

  /** A tap, by the time stamp of its event in milliseconds. */
  tap(eventMs: number): void {
    if (this.#ticks !== undefined) this.#taps = [...this.#taps, this.#ticks.timeOf(eventMs)];
  }
}
