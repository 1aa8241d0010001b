import { canonical } from '#session/chain.ts';
import { keptPracticeOf, keptPracticesOf, type KeptPractice } from '#session/kept-practice-reading.ts';
import type { Offer } from '#session/practices/needs.ts';
import { ForAWhile } from './for-a-while.svelte.ts';
import type { Outside } from './ports.ts';
import type { Planning } from './planning.svelte.ts';
import type { PracticeSetup } from './practice-setup.svelte.ts';
import { NotKept } from './not-kept.svelte.ts';

const LAST = 'practice-last';
const FAVOURITES = 'practice-favourites';
/** So many favourites can be kept. */
export const MOST_FAVOURITES = 24;

type HomePorts = Pick<Outside, 'settings'>;

/** Where practising begins: what was done last is one tap away, what is liked or needed two. */
export class PracticeHome {
  readonly setup: PracticeSetup;
  readonly #outside: HomePorts;
  readonly #planning: Planning;
  readonly #notKept = new NotKept();
  #last = $state.raw<KeptPractice | undefined>();
  #favourites = $state.raw<readonly KeptPractice[]>([]);
  /** The favourites as they were before one was taken away. */
  readonly #before = new ForAWhile<readonly KeptPractice[]>();

  private constructor(outside: HomePorts, planning: Planning, setup: PracticeSetup) {
    this.#outside = outside;
    this.#planning = planning;
    this.setup = setup;
  }

  /** With what was done last already chosen, so that its sound is made ready. */
  static async open(outside: HomePorts, planning: Planning): Promise<PracticeHome> {
    const home = new PracticeHome(outside, planning, await planning.openPractice());
    const [last, favourites] = await Promise.all([
      outside.settings.load(LAST, keptPracticeOf),
      outside.settings.load(FAVOURITES, keptPracticesOf),
    ]);
    home.#last = last;
    home.#favourites = favourites ?? [];
    if (last !== undefined) await home.takeUp(last);
    return home;
  }

  /** What was begun last; undefined before the first practice. */
  get last(): KeptPractice | undefined {
    return this.#last;
  }
  /** The one that was kept last comes first. */
  get favourites(): readonly KeptPractice[] {
    return this.#favourites;
  }
  /** One was taken away just now, and can be had back. */
  get canPutBack(): boolean {
    return this.#before.value !== undefined;
  }
  /** The device did not keep the last change; it holds until the page is closed. */
  get notKept(): boolean {
    return this.#notKept.any;
  }
  /** What is chosen now is among the favourites. */
  readonly isFavourite = $derived.by(() => this.#favourites.some(sameAs(this.setup.kept)));
  readonly isFull = $derived.by(() => this.#favourites.length >= MOST_FAVOURITES);

  /** Chooses all of it anew. A guide that is gone leaves the one that is chosen; own sounds that are gone are told by the setup. */
  async takeUp(kept: KeptPractice): Promise<void> {
    if (kept.own.length > 0) await this.#planning.sounds().catch(() => undefined);
    if (kept.guide !== this.setup.guide.id) await this.#planning.chooseGuide(this.setup, kept.guide);
    this.setup.takeUp(kept);
  }

  /** Chooses what is offered, in so many minutes; it sounds as what was chosen before. */
  takeOffer({ practice, variant = 'standard' }: Omit<Offer, 'minutes'>, minutes: number): void {
    this.setup.choose(practice);
    this.setup.variant = variant;
    this.setup.setMinutes(minutes);
    this.setup.another();
  }

  /** Told when what is chosen is begun. */
  async began(): Promise<void> {
    this.#last = this.setup.kept;
    await this.#notKept.of(LAST, this.#outside.settings.keep(LAST, this.#last));
  }

  /** Keeps what is chosen among the favourites, or takes it away again; one too many changes nothing. */
  async toggleFavourite(): Promise<void> {
    const { kept } = this.setup;
    if (this.isFavourite) await this.removeFavourite(kept);
    else if (!this.isFull) await this.#keepFavourites([kept, ...this.#favourites]);
  }

  async removeFavourite(kept: KeptPractice): Promise<void> {
    const before = this.#favourites;
    const isIt = sameAs(kept);
    await this.#keepFavourites(before.filter((each) => !isIt(each)));
    this.#before.set(before);
  }

  async putBack(): Promise<void> {
    const before = this.#before.value;
    if (before !== undefined) await this.#keepFavourites(before);
  }

  async #keepFavourites(favourites: readonly KeptPractice[]): Promise<void> {
    this.#before.clear();
    this.#favourites = favourites;
    await this.#notKept.of(FAVOURITES, this.#outside.settings.keep(FAVOURITES, favourites));
  }
}

function sameAs(one: KeptPractice): (other: KeptPractice) => boolean {
  const text = canonical(one);
  return (other) => canonical(other) === text;
}
