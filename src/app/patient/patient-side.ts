import type { Outside } from '../ports.ts';
import { KeptCard } from './kept-card.svelte.ts';

/** What is there for the patient beside the sound. */
export class PatientSide {
  readonly card: KeptCard;

  constructor(outside: Outside) {
    this.card = new KeptCard(outside.settings, () => outside.nowMs());
  }

  async open(): Promise<void> {
    await this.card.open();
  }
}
