import { MOST_NUMBERS, type CalledNumber } from '#session/emergency-card.ts';

/** Numbers while somebody writes them. */
export class CalledNumbers {
  all = $state<{ name: string; number: string }[]>([]);
  readonly canAdd = $derived(this.all.length < MOST_NUMBERS);

  constructor(numbers: readonly CalledNumber[]) {
    this.all = numbers.map((each) => ({ ...each }));
  }

  add(): void {
    if (this.canAdd) this.all.push({ name: '', number: '' });
  }
  remove(nth: number): void {
    this.all.splice(nth, 1);
  }
}
