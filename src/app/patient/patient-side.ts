import type { Outside } from '../ports.ts';
import { KeptCard } from './kept-card.svelte.ts';
import { PatientView } from './patient-view.svelte.ts';

/** What is there for the patient beside the sound. */
export class PatientSide {
  readonly card: KeptCard;
  readonly view: PatientView;

  constructor(outside: Outside) {
    this.card = new KeptCard(outside.settings, () => outside.nowMs());
    this.view = new PatientView(outside);
  }

  async open(): Promise<void> {
    await Promise.all([this.view.open(), this.card.open()]);
  }
}

/** Fetched behind the first view; what was kept is read once it is there. */
export function openPatientSide(outside: Outside): PatientSide {
  const side = new PatientSide(outside);
  void side.open();
  return side;
}
