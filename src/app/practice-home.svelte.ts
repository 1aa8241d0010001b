import { canonical } from '#session/chain.ts';
import { keptPracticeOf, keptPracticesOf, type KeptPractice } from '#session/kept-practice-reading.ts';
import { keptFrom, ownPractice, type OwnPractice } from '#session/own-practice-reading.ts';
import type { Offer } from '#session/practices/needs.ts';
import { ForAWhile } from './for-a-while.svelte.ts';
import type { Outside } from './ports.ts';
import type { Planning } from './planning.svelte.ts';
import type { PracticeSetup } from './practice-setup.svelte.ts';
import type { HomeCard } from './preference/home-card.svelte.ts';
import { Composing } from './composing.svelte.ts';
import { openThings, type OwnThings } from './own-things.svelte.ts';
import { NotKept } from './not-kept.svelte.ts';

const LAST = 'practice-last';
const FAVOURITES = 'practice-favourites';
/** So many favourites can be kept. */
export const MOST_FAVOURITES = 24;

type HomePorts = Pick<Outside, 'settings' | 'openExchange' | 'openOwnPractices' | 'newId'>;

/** Where practising begins: what was done last is one tap away, what is liked or needed two. */
export class PracticeHome {
  readonly setup: PracticeSetup;
  /** What somebody put together and keeps. */
  readonly own: OwnThings<OwnPractice>;
  /** What is being put together now. */
  readonly composing: Composing;
  readonly #outside: HomePorts;
  readonly #planning: Planning;
  readonly #notKept = new NotKept();
  #last = $state.raw<KeptPractice | undefined>();
  #favourites = $state.raw<readonly KeptPractice[]>([]);
  /** The favourites as they were before one was taken away. */
  readonly #before = new ForAWhile<readonly KeptPractice[]>();

  private constructor(
    outside: HomePorts,
    planning: Planning,
    { setup, own }: Pick<PracticeHome, 'setup' | 'own'>,
  ) {
    this.#outside = outside;
    this.#planning = planning;
    this.setup = setup;
    this.own = own;
    this.composing = new Composing(setup, own.newId);
  }

  /** With what was done last already chosen, so that its sound is made ready. */
  static async open(outside: HomePorts, planning: Planning): Promise<PracticeHome> {
    const [setup, own] = await Promise.all([
      planning.openPractice(),
      openThings(outside.openOwnPractices(), outside),
    ]);
    const home = new PracticeHome(outside, planning, { setup, own });
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

  /** What of it a clinic is offered, on a card. */
  async card(): Promise<HomeCard> {
    return (await import('./preference/home-card.svelte.ts')).HomeCard.open(this.#outside, this.setup);
  }

  /** What is put together now, as it was kept; undefined where it was not. */
  readonly keptComposed = $derived.by(() => this.own.all.find(({ id }) => id === this.composing.id));
  /** Nothing of what is put together would be lost. */
  readonly isComposedKept = $derived.by(() => {
    const { composed, beside } = this.setup;
    if (this.composing.parts.length === 0) return true;
    if (this.keptComposed === undefined || composed?.id !== this.composing.id) return false;
    return canonical(ownPractice(composed, beside)) === canonical(this.keptComposed);
  });

  /** Goes on with what is put together, or begins another one where nothing would be lost. */
  compose(): void {
    if (this.isComposedKept) this.composing.startAnew();
  }

  /** One's own again, to be changed. */
  async change(own: OwnPractice): Promise<void> {
    await this.takeUp(keptFrom(own));
    this.composing.change(own);
  }

  /** What is chosen again, to be changed. */
  changeChosen(): void {
    const { composed } = this.setup;
    if (composed !== undefined && composed.id !== this.composing.id) this.composing.change(composed);
  }

  /** Keeps what is put together as it is, with how it sounds. */
  async keepComposed(): Promise<void> {
    const { composed, beside } = this.setup;
    if (composed !== undefined) await this.own.keep(ownPractice(composed, beside));
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
