import { EXTENDED_EXHALE } from '#session/breath-patterns.ts';
import type { BellId } from '#session/cues.ts';
import { isOwn, type BedKind } from '#session/layers.ts';
import { cardLine, keptCardOf } from '#session/preference-card-reading.ts';
import { cardWith, type CardChoices, type PreferenceCard } from '#session/preference-card.ts';
import { NotKept } from '../not-kept.svelte.ts';
import type { HandedFile, Outside } from '../ports.ts';
import type { PracticeSetup } from '../practice-setup.svelte.ts';
import { codeOf } from './code.ts';

const KEY = 'preference-card';
/** Where the bell or all beds of a practice were brought along. */
const ANY_BELL: BellId = 'bowl-196';
const ANY_BED: BedKind = 'pad';

type CardPorts = Pick<Outside, 'settings' | 'openExchange'>;

/** The card that is made at home: what is practised with, until something else is chosen for it. */
export class HomeCard {
  readonly #outside: CardPorts;
  readonly #setup: PracticeSetup;
  readonly #notKept = new NotKept();
  #card: PreferenceCard;
  /** Puts a text where it can be pasted from; undefined where the browser does not let it. */
  readonly copy: ((text: string) => Promise<boolean>) | undefined;

  private constructor(
    outside: CardPorts,
    setup: PracticeSetup,
    { card, copy }: Pick<HomeCard, 'card' | 'copy'>,
  ) {
    this.#outside = outside;
    this.#setup = setup;
    this.#card = $state.raw(card);
    this.copy = copy;
  }

  static async open(outside: CardPorts, setup: PracticeSetup): Promise<HomeCard> {
    const [kept, { copy }] = await Promise.all([
      outside.settings.load(KEY, keptCardOf),
      outside.openExchange(),
    ]);
    return new HomeCard(outside, setup, { card: kept ?? practisedWith(setup), copy });
  }

  get card(): PreferenceCard {
    return this.#card;
  }
  /** The device did not keep the last change; it holds until the page is closed. */
  get notKept(): boolean {
    return this.#notKept.any;
  }
  readonly line = $derived.by(() => cardLine(this.#card));
  readonly code = $derived.by(() => codeOf(this.line));
  /** What is on it is what practices sound like now. */
  readonly isPractised = $derived.by(() => {
    const { bell, beds } = this.#setup;
    const { reentry } = this.#card;
    const alone = beds.length === 1 && beds[0]?.sound === reentry && !isOwn(bell);
    return alone && cardLine(practisedWith(this.#setup)) === this.line;
  });

  async choose(change: Partial<CardChoices>): Promise<void> {
    this.#card = cardWith({ ...this.#card, ...change });
    await this.#notKept.of(KEY, this.#outside.settings.keep(KEY, this.#card));
  }

  /** From now on practices sound as the card does: what is to be known in the clinic is heard at home first. */
  practise(): void {
    const { bell, breath, reentry } = this.#card;
    this.#setup.bell = bell;
    this.#setup.breath.chooseFirst(breath);
    this.#setup.useMix({ beds: [{ sound: reentry }], levels: this.#setup.wantedLevels, own: [] });
  }

  file(): HandedFile {
    return {
      name: 'undertone-card.json',
      type: 'application/json',
      text: `${JSON.stringify(this.#card, null, 2)}\n`,
    };
  }
}

/** What was chosen for practices, as far as a card can carry it. */
function practisedWith({ bell, breath, beds }: PracticeSetup): PreferenceCard {
  const carried = beds.flatMap(({ sound }) => (isOwn(sound) ? [] : [sound]));
  const choices = { bell: isOwn(bell) ? ANY_BELL : bell, reentry: carried[0] ?? ANY_BED };
  return (
    keptCardOf(cardWith({ ...choices, breath: breath.first })) ??
    cardWith({ ...choices, breath: EXTENDED_EXHALE })
  );
}
