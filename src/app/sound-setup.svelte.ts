import type { BellsInput } from '#session/bells.ts';
import type { BellId } from '#session/cues.ts';
import type { BedSound, Bus } from '#session/layers.ts';
import type { OwnMix } from '#session/own-mix.ts';
import { MOST_BEDS } from '#session/mix.ts';
import type { Plan, Talk } from '#session/plan.ts';
import type { BedInput, SoundChoices } from '#session/routes/shape.ts';
import type { Timeline } from '#session/timeline.ts';
import type { Decibels } from '#session/units.ts';
import type { BreathSetup } from './breath-setup.svelte.ts';
import type { Guide } from './guide.ts';
import type { Outside } from './ports.ts';

/** What is chosen about the sound, before a session and before a practice alike. */
export abstract class SoundSetup {
  /** What all that was chosen makes. */
  abstract readonly plan: Plan;
  /** As it will go if everything goes as planned; for the tide and the times. */
  abstract readonly timeline: Timeline;
  abstract readonly breath: BreathSetup;
  /** Who says the lines. */
  guide: Guide;
  talk: Talk;
  bell: BellId;
  bells: BellsInput;
  #beds: readonly BedInput[];
  #levels: Readonly<Record<Bus, Decibels>>;
  readonly #dice: () => number;

  constructor(start: SoundChoices, { guides, dice }: Pick<Outside, 'guides' | 'dice'>) {
    this.guide = $state.raw(guides.shipped);
    this.talk = $state(start.talk);
    this.bell = $state(start.bell);
    this.bells = $state.raw(start.bells);
    this.#beds = $state.raw(start.beds);
    this.#levels = $state.raw(start.levels);
    this.#dice = dice;
  }

  get levels(): Readonly<Record<Bus, Decibels>> {
    return this.#levels;
  }
  get beds(): readonly BedInput[] {
    return this.#beds;
  }

  /** What random bells are thrown with: a number a plan can keep. */
  seed(): number {
    return Math.floor(this.#dice() * 2 ** 31);
  }

  /** Puts a bed under the others, or takes it away; at most six sound together. */
  toggleBed(sound: BedSound): void {
    const others = this.#beds.filter((bed) => bed.sound !== sound);
    if (others.length < this.#beds.length) this.#beds = others;
    else if (others.length < MOST_BEDS) this.#beds = [...others, { sound }];
  }

  /** Among the other beds. */
  setBedLevel(sound: BedSound, level: Decibels): void {
    this.#beds = this.#beds.map((bed) => (bed.sound === sound ? { ...bed, level } : bed));
  }

  /** Takes up a mix that was kept. */
  useMix({ beds, levels }: Pick<OwnMix, 'beds' | 'levels'>): void {
    this.#beds = beds;
    this.#levels = levels;
  }

  setLevel(bus: Bus, level: Decibels): void {
    this.#levels = { ...this.#levels, [bus]: level };
  }

  /** All of it, as routes and practices want to hear it. */
  protected soundChoices(): SoundChoices {
    return {
      talk: this.talk,
      beds: this.#beds,
      own: [],
      bell: this.bell,
      bells: this.bells,
      levels: this.#levels,
    };
  }
}
