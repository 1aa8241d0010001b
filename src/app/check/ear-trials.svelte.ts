import type { Ears } from '#session/checked.ts';
import { earsOf, trialSides, TRIALS, type Heard, type Side, type Trial } from '#session/ears.ts';
import type { Decibels } from '#session/units.ts';
import type { CheckPlayer } from './check-player.svelte.ts';

/** Well to be heard on anything, and far from loud. */
export const TONE_LEVEL: Decibels = -6;

/** Which ear was it? Four times, in an order nobody knows. */
export class EarTrials {
  readonly #player: CheckPlayer;
  readonly #dice: () => number;
  readonly #onEars: (ears: Ears) => void;
  #sides: readonly Side[] = [];
  #trials = $state.raw<readonly Trial[]>([]);
  #asked = $state(false);

  constructor(player: CheckPlayer, dice: () => number, onEars: (ears: Ears) => void) {
    this.#player = player;
    this.#dice = dice;
    this.#onEars = onEars;
    this.begin();
  }

  /** Which tone it is, from 0; as many as there are when all were answered. */
  get nth(): number {
    return this.#trials.length;
  }
  /** The tone was played: it is asked where. */
  get asked(): boolean {
    return this.#asked;
  }
  readonly ears = $derived.by<Ears | undefined>(() =>
    this.#trials.length === TRIALS ? earsOf(this.#trials) : undefined,
  );

  /** From the first tone, in another order. */
  begin(): void {
    this.#sides = trialSides(this.#dice);
    this.#trials = [];
    this.#asked = false;
  }

  /** The tone of this trial, as often as it is wanted. */
  async play(): Promise<void> {
    const side = this.#sides[this.nth];
    if (side === undefined) return;
    const nth = this.nth;
    const heard = await this.#player.play((sounds) => sounds.tone(side, TONE_LEVEL));
    if (heard && nth === this.nth) this.#asked = true;
  }

  async answer(heard: Heard): Promise<void> {
    const meant = this.#sides[this.nth];
    if (meant === undefined || !this.#asked) return;
    this.#trials = [...this.#trials, { meant, heard }];
    this.#asked = false;
    if (this.ears === undefined) await this.play();
    else this.#onEars(this.ears);
  }
}
