import type { Outside, WindowPorts } from '../ports.ts';
import { KeptCard } from './kept-card.svelte.ts';
import { PatientView } from './patient-view.svelte.ts';
import { SecondWindow } from './second-window.svelte.ts';

/** What is there for the patient beside the sound. */
export class PatientSide {
  readonly card: KeptCard;
  readonly view: PatientView;
  readonly second: SecondWindow;

  constructor(outside: Outside & WindowPorts) {
    this.card = new KeptCard(outside.settings, () => outside.nowMs());
    this.view = new PatientView(outside);
    this.second = new SecondWindow(outside, this.view);
  }

  async open(): Promise<void> {
    await Promise.all([this.view.open(), this.card.open(), this.second.listen()]);
  }
}

/** Fetched behind the first view; what was kept is read once it is there. */
export function openPatientSide(outside: Outside & WindowPorts): PatientSide {
  const side = new PatientSide(outside);
  void side.open();
  return side;
}
