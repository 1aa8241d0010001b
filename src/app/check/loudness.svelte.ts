import { eachBus, type Bus } from '#session/layers.ts';
import type { Plan } from '#session/plan.ts';
import type { Decibels } from '#session/units.ts';
import { levelOfVolume } from '#session/volume.ts';
import type { SoundSetup } from '../sound-setup.svelte.ts';
import type { CheckPlayer } from './check-player.svelte.ts';
import { createPassage, type Passage } from './passage.ts';

/** Where the slider begins: what is too loud is come to from below. */
const FROM_BELOW: Decibels = levelOfVolume(20);
const TOGETHER: readonly Bus[] = ['voice', 'bed', 'bell'];

/** How loud, by ear: the loudest passage under one slider, or the voice alone under its own. */
export class Loudness {
  readonly #player: CheckPlayer;
  readonly #setup: SoundSetup;
  #level = $state<Decibels>(FROM_BELOW);
  #passage: Passage | undefined;
  #buses: readonly Bus[] = TOGETHER;

  constructor(player: CheckPlayer, setup: SoundSetup) {
    this.#player = player;
    this.#setup = setup;
  }

  get level(): Decibels {
    return this.#level;
  }

  /** Everything at once, softly at first: to find out how loud is loud enough. Not bounded by an older ceiling. */
  async playAll(): Promise<void> {
    const softly = { ...this.#setup.plan, ceiling: undefined, levels: eachBus(() => FROM_BELOW) };
    await this.#play(softly, TOGETHER, FROM_BELOW);
  }

  /** As it is set, to find the voice that can just be followed. */
  async playVoice(): Promise<void> {
    const { plan, levels } = this.#setup;
    await this.#play(plan, ['voice'], levels.voice);
  }

  /** The voice that is found is the one of the session. */
  setLevel(level: Decibels): void {
    this.#level = level;
    this.#passage?.setLevel(this.#buses, level);
    if (this.#buses !== TOGETHER) this.#setup.setLevel('voice', level);
  }

  async #play(plan: Plan, buses: readonly Bus[], level: Decibels): Promise<void> {
    this.#buses = buses;
    this.#level = level;
    await this.#player.start(async (engine, turn) => {
      const passage = createPassage(engine, this.#setup.guide, plan);
      this.#passage = passage;
      turn.endsBy(() => passage.stop());
      if (!(await passage.begin())) throw new Error('the device does not sound');
    });
  }
}
