import { MOST_STEPS, type CardContent } from '#session/emergency-card.ts';
import { contentOf } from '#session/emergency-card-reading.ts';
import { CalledNumbers } from '../called-numbers.svelte.ts';
import type { KeptCard } from './kept-card.svelte.ts';

/** A card while it is being written. What is in use changes only when it is kept, and only as a whole. */
export class CardDraft {
  title = $state('');
  steps = $state<string[]>([]);
  readonly numbers: CalledNumbers;
  readonly #card: KeptCard;

  constructor(card: KeptCard, shipped: CardContent) {
    this.#card = card;
    const { title, steps, numbers } = card.own ?? shipped;
    this.title = title;
    this.steps = [...steps];
    this.numbers = new CalledNumbers(numbers);
  }

  /** What is written, once it can be shown. */
  readonly content = $derived.by(() =>
    contentOf({ title: this.title, steps: this.steps, numbers: this.numbers.all }),
  );
  readonly canAddStep = $derived(this.steps.length < MOST_STEPS);

  addStep(): void {
    if (this.canAddStep) this.steps.push('');
  }
  removeStep(nth: number): void {
    this.steps.splice(nth, 1);
  }

  async keep(): Promise<void> {
    if (this.content !== undefined) await this.#card.keep(this.content);
  }
}
