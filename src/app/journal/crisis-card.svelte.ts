import type { CrisisText } from '#session/crisis-text.ts';
import { crisisContentOf, crisisTextOf } from '#session/crisis-text-reading.ts';
import type { Settings } from '#storage/settings.ts';
import { CalledNumbers } from '../called-numbers.svelte.ts';
import { NotKept } from '../not-kept.svelte.ts';

const KEY = 'crisis-text';

/** The words beside every page for a bad hour: the person's own, or those that ship with the app. */
export class CrisisCard {
  readonly #settings: Settings;
  #own = $state.raw<CrisisText | undefined>();
  readonly #notKept = new NotKept();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Undefined where the person has not written any. */
  get own(): CrisisText | undefined {
    return this.#own;
  }
  get notKept(): boolean {
    return this.#notKept.any;
  }

  async open(): Promise<void> {
    this.#own = await this.#settings.load(KEY, crisisTextOf);
  }

  /** `undefined`: those that ship again. */
  async keep(own: CrisisText | undefined): Promise<void> {
    this.#own = own;
    await this.#notKept.of(KEY, this.#settings.keep(KEY, own && { v: 1, ...own }));
  }
}

/** The words while somebody writes them: what is shown changes only when they are kept. */
export class CrisisDraft {
  text = $state('');
  readonly numbers: CalledNumbers;

  constructor({ text, numbers }: CrisisText) {
    this.text = text;
    this.numbers = new CalledNumbers(numbers);
  }

  readonly content = $derived.by(() => crisisContentOf({ text: this.text, numbers: this.numbers.all }));
}
