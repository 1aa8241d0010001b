import type { KeptAnchor } from '#session/anchor-reading.ts';
import type { OwnSound } from '#session/plan.ts';
import type { OwnMix } from '#session/own-mix.ts';
import type { Preset } from '#session/preset.ts';
import type { Shelf } from '#storage/shelf.ts';
import type { GuideName } from './guides.ts';
import type { OwnSounds } from './own-sounds.svelte.ts';
import type { Named, OwnThings } from './own-things.svelte.ts';
import type { Listening } from './listening.svelte.ts';
import type { Outside } from './ports.ts';
import type { Clinic } from './clinic.svelte.ts';
import type { Prepared } from './prepared.ts';
import type { Preparing } from './preparing.svelte.ts';
import type { PracticeSetup } from './practice-setup.svelte.ts';
import { SessionSetup } from './session-setup.svelte.ts';
import type { SetupParts, SoundSetup } from './sound-setup.svelte.ts';

/** What is being planned: a session from the start, a practice when somebody goes there. */
export class Planning {
  readonly session: SessionSetup;
  readonly #outside: Outside;
  readonly listening: Listening;
  #current: SoundSetup;
  #practice: Promise<PracticeSetup> | undefined;
  #mixes: Promise<OwnThings<OwnMix>> | undefined;
  #presets: Promise<OwnThings<Preset>> | undefined;
  #anchors: Promise<OwnThings<KeptAnchor>> | undefined;
  #sounds: Promise<OwnSounds> | undefined;
  #ownSounds = $state.raw<OwnSounds | undefined>();
  #preparing: Promise<Preparing> | undefined;
  #clinic: Promise<Clinic> | undefined;
  /** How often a guide was asked for: the last one counts, whichever opens first. */
  #asked = 0;

  constructor(outside: Outside, listening: Listening) {
    this.#outside = outside;
    this.listening = listening;
    this.session = new SessionSetup(this.#setupParts());
    this.#current = $state.raw(this.session);
  }

  /** What *Begin* will play. */
  get current(): SoundSetup {
    return this.#current;
  }

  turnTo(setup: SoundSetup): void {
    this.#current = setup;
    // An own guide may have been recorded further since it was chosen.
    if (setup.guide.name !== undefined) void this.chooseGuide(setup, setup.guide.id);
    if (setup.anchors.length > 0) void this.#chooseAgain(setup);
  }

  /** The planner of practices; the same one for as long as the app is open. */
  openPractice(): Promise<PracticeSetup> {
    this.#practice ??= this.#makePractice().catch((cause: unknown) => {
      this.#practice = undefined;
      throw cause;
    });
    return this.#practice;
  }

  /** What is settled with a person before a session; the same for as long as the app is open. */
  preparing(): Promise<Preparing> {
    this.#preparing ??= this.#openPreparing().catch((cause: unknown) => {
      this.#preparing = undefined;
      throw cause;
    });
    return this.#preparing;
  }

  /** The sheet with what it can be begun from, as that is now. */
  async prepared(): Promise<Prepared> {
    return (await import('./prepared.ts')).openPrepared(this, this.#outside);
  }

  /** What a clinic sets for itself; the same for as long as the app is open. */
  clinic(): Promise<Clinic> {
    this.#clinic ??= import('./clinic.svelte.ts').then(({ Clinic }) => Clinic.open(this.#outside));
    return this.#clinic;
  }

  /** What was asked and measured was about somebody who is no longer here. */
  forgetPerson(): void {
    this.session.forget();
    void this.#practice?.then((practice) => practice.forget());
    // Also a sheet that lies on the device and was not opened is one of theirs.
    this.preparing().then((preparing) => preparing.reset(), reportError);
  }

  /** The mixes that were kept; read once, when they are first wanted. */
  mixes(): Promise<OwnThings<OwnMix>> {
    this.#mixes ??= this.#things(this.#outside.openMixes());
    return this.#mixes;
  }

  /** What a clinic has settled under names; the same. */
  presets(): Promise<OwnThings<Preset>> {
    this.#presets ??= this.#things(this.#outside.openPresets());
    return this.#presets;
  }

  /** The lines of somebody close that were recorded here; the same. */
  anchors(): Promise<OwnThings<KeptAnchor>> {
    this.#anchors ??= this.#things(this.#outside.openAnchors());
    return this.#anchors;
  }

  /** What was brought along; read once, when it is first wanted. From then on plans can have it. */
  sounds(): Promise<OwnSounds> {
    this.#sounds ??= this.#openSounds().catch((cause: unknown) => {
      this.#sounds = undefined;
      throw cause;
    });
    return this.#sounds;
  }

  /** The guides there are, by name. */
  guides(): Promise<readonly GuideName[]> {
    return this.#outside.guides.list();
  }

  /** Who is to say the lines from now on; what is gone in the meantime leaves the choice as it was. */
  async chooseGuide(setup: SoundSetup, id: string): Promise<void> {
    const asked = ++this.#asked;
    const guide = await this.#outside.guides.open(id).catch(() => undefined);
    if (guide !== undefined && asked === this.#asked) setup.guide = guide;
  }

  #setupParts(): SetupParts {
    const ownSounds = () => (this.#ownSounds?.all ?? []).map(known);
    return { ...this.#outside, listening: this.listening, ownSounds };
  }

  async #openSounds(): Promise<OwnSounds> {
    const { OwnSounds } = await import('./own-sounds.svelte.ts');
    return (this.#ownSounds = await OwnSounds.open(this.#outside));
  }

  /** A line may have been recorded anew since it was chosen, deleted, or taken back by who speaks. */
  async #chooseAgain(setup: SoundSetup): Promise<void> {
    const chosen = setup.anchors.map(({ id }) => id);
    setup.anchors = (await this.anchors()).all.filter(({ id }) => chosen.includes(id));
  }

  async #things<Thing extends Named>(opening: Promise<Shelf<Thing>>): Promise<OwnThings<Thing>> {
    return (await import('./own-things.svelte.ts')).openThings(opening, this.#outside);
  }

  async #openPreparing(): Promise<Preparing> {
    return (await import('./prepared.ts')).openPreparing(this, this.#outside);
  }

  async #makePractice(): Promise<PracticeSetup> {
    const { guides } = this.#outside;
    const [whole, { PracticeSetup }] = await Promise.all([
      guides.open(guides.shipped.id),
      import('./practice-setup.svelte.ts'),
    ]);
    return new PracticeSetup(this.#setupParts(), whole ?? guides.shipped);
  }
}

/** What a plan knows of an own sound. */
function known({ id, title, kind, seconds }: OwnSound): OwnSound {
  return { id, title, kind, seconds };
}
