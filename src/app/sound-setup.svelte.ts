import type { KeptAnchor } from '#session/anchor-reading.ts';
import { bent } from '#session/bed-curve.ts';
import type { BellsInput } from '#session/bells.ts';
import type { BellSound } from '#session/cues.ts';
import { MOST_BEDS } from '#session/mix.ts';
import { eachBus, isOwn, type BedSound, type Bus, type OwnId } from '#session/layers.ts';
import type { OwnSound, Plan, Talk } from '#session/plan.ts';
import { DEFAULT_SOUND, type BedInput, type SoundChoices } from '#session/routes/shape.ts';
import type { Timeline } from '#session/timeline.ts';
import type { Decibels } from '#session/units.ts';
import { underCeiling } from '#session/volume.ts';
import type { BreathSetup } from './breath-setup.svelte.ts';
import { withAnchors } from './familiar.ts';
import type { Guide } from './guide.ts';
import type { EarsPassed, Listening } from './listening.svelte.ts';
import type { Outside } from './ports.ts';

/** What choosing depends on: who can speak, dice, and what is known of the person's ears. */
export interface SetupParts extends Pick<Outside, 'guides' | 'dice'> {
  readonly listening: Pick<Listening, 'ceiling' | 'ears'>;
  /** What was brought along and is on this device. */
  readonly ownSounds: () => readonly OwnSound[];
}

/** An own sound that is not on this device any more, by what it was called if that is known. */
export interface GoneSound {
  readonly id: OwnId;
  readonly title: string | undefined;
}

/** What is chosen about the sound, before a session and before a practice alike. */
export abstract class SoundSetup {
  /** What all that was chosen makes. */
  abstract readonly plan: Plan;
  /** As it will go if everything goes as planned; for the tide and the times. */
  abstract readonly timeline: Timeline;
  abstract readonly breath: BreathSetup;
  /** Lines of somebody close that may be asked for. */
  anchors = $state.raw<readonly KeptAnchor[]>([]);
  #speaks: Guide;
  talk: Talk;
  bell: BellSound;
  bells: BellsInput;
  #beds: readonly BedInput[];
  #levels: Readonly<Record<Bus, Decibels>>;
  readonly #dice: () => number;
  readonly #listening: SetupParts['listening'];
  readonly #ownSounds: SetupParts['ownSounds'];
  /** Own sounds by what they were called when they were chosen: a name for what is gone. */
  #called: readonly OwnSound[] = [];

  constructor(start: SoundChoices, { guides, dice, listening, ownSounds }: SetupParts) {
    this.#speaks = $state.raw(guides.shipped);
    this.talk = $state(start.talk);
    this.bell = $state(start.bell);
    this.bells = $state.raw(start.bells);
    this.#beds = $state.raw(start.beds);
    this.#levels = $state.raw(start.levels);
    this.#dice = dice;
    this.#listening = listening;
    this.#ownSounds = ownSounds;
  }

  /** Who says the lines, those that were chosen of somebody close beside. */
  get guide(): Guide {
    return this.#voices;
  }
  set guide(guide: Guide) {
    this.#speaks = guide;
  }
  readonly #voices = $derived.by<Guide>(() => withAnchors(this.#speaks, this.anchors));

  /** As loud as the person ever wants it; no level goes above it. */
  get ceiling(): Decibels | undefined {
    return this.#listening.ceiling;
  }
  /** What the last sound check says about left and right. */
  get ears(): EarsPassed {
    return this.#listening.ears;
  }
  get levels(): Readonly<Record<Bus, Decibels>> {
    return eachBus((bus) => underCeiling(this.#levels[bus], this.ceiling));
  }
  /** What was set, whatever the ceiling makes of it. */
  get wantedLevels(): Readonly<Record<Bus, Decibels>> {
    return this.#levels;
  }
  get beds(): readonly BedInput[] {
    return this.#beds;
  }

  /** The own sounds there are to choose from. */
  readonly ownSounds = $derived.by<readonly OwnSound[]>(() => this.#ownSounds());
  /** What was chosen and is not on this device any more: it is left out, and that is told. */
  readonly gone = $derived.by<readonly GoneSound[]>(() => {
    const chosen = [...this.#beds.map(({ sound }) => sound), this.bell].filter(isOwn);
    const lost = chosen.filter((id) => this.ownSounds.every((sound) => sound.id !== id));
    const called = (id: OwnId) => this.#called.find((sound) => sound.id === id)?.title;
    return lost.filter((id, nth) => lost.indexOf(id) === nth).map((id) => ({ id, title: called(id) }));
  });

  /** What is known of own sounds, also of those that are gone. */
  get knownSounds(): readonly OwnSound[] {
    return [...this.ownSounds, ...this.#called];
  }

  /** Takes a sound that is gone out of what was chosen. */
  leaveOut({ id }: GoneSound): void {
    this.#beds = this.#beds.filter(({ sound }) => sound !== id);
    if (this.bell === id) this.bell = DEFAULT_SOUND.bell;
  }

  /** What random bells are thrown with: a number a plan can keep. */
  seed(): number {
    return Math.floor(this.#dice() * 2 ** 31);
  }

  /** Chooses one of these lines of somebody close, or leaves it out again. */
  toggleAnchor(all: readonly KeptAnchor[], id: string): void {
    const before = this.anchors.map((line) => line.id);
    const chosen = before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
    this.anchors = all.filter((line) => chosen.includes(line.id));
  }

  /** Puts a bed under the others, or takes it away; at most six sound together. */
  toggleBed(sound: BedSound): void {
    const others = this.#beds.filter((bed) => bed.sound !== sound);
    if (others.length < this.#beds.length) this.#beds = others;
    else if (others.length < MOST_BEDS) this.#beds = [...others, { sound }];
    this.#remember(this.ownSounds);
  }

  /** Among the other beds. */
  setBedLevel(sound: BedSound, level: Decibels): void {
    this.#change(sound, () => ({ level }));
  }

  /** There from the beginning, but silent until somebody wants it. */
  muteBed(sound: BedSound, muted: boolean): void {
    this.#change(sound, () => ({ muted }));
  }

  /** How much softer or louder a bed is in one phase. */
  bendBed(sound: BedSound, phase: string, by: Decibels): void {
    this.#change(sound, ({ phases = {} }) => ({ phases: bent(phases, phase, by) }));
  }

  /** As loud in every phase as it was set, in those of other routes too. */
  straightenBed(sound: BedSound): void {
    this.#change(sound, () => ({ phases: {} }));
  }

  #change(sound: BedSound, change: (bed: BedInput) => Partial<BedInput>): void {
    this.#beds = this.#beds.map((bed) => (bed.sound === sound ? { ...bed, ...change(bed) } : bed));
  }

  /** Takes up a mix that was kept. */
  useMix({ beds, levels, own }: Pick<SoundChoices, 'beds' | 'levels' | 'own'>): void {
    this.#remember(own);
    this.#beds = beds;
    this.#levels = levels;
  }

  setLevel(bus: Bus, level: Decibels): void {
    this.#levels = { ...this.#levels, [bus]: level };
  }

  #remember(sounds: readonly OwnSound[]): void {
    this.#called = [...sounds, ...this.#called];
  }

  /** For the next person: what was chosen and asked about this one is gone. */
  forget(): void {
    this.anchors = [];
    this.breath.ownRate = undefined;
  }

  /** All of it, as routes and practices want to hear it. */
  protected soundChoices(): SoundChoices {
    const isGone = (sound: string) => this.gone.some(({ id }) => id === sound);
    return {
      talk: this.talk,
      beds: this.#beds.filter(({ sound }) => !isGone(sound)),
      own: this.ownSounds,
      bell: isGone(this.bell) ? DEFAULT_SOUND.bell : this.bell,
      bells: this.bells,
      levels: this.levels,
      ceiling: this.ceiling,
    };
  }
}
