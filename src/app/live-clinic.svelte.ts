import { entriesOf } from '#session/entries.ts';
import type { EventBody, SessionLog } from '#session/log.ts';
import { leavingAt } from '#session/leaving.ts';
import { milestones, reminders, type Given } from '#session/milestones.ts';
import type { Plan } from '#session/plan.ts';
import type { CheckItem, Sheet } from '#session/sheet.ts';
import type { SessionTime } from '#session/units.ts';
import type { Vitals } from '#session/vitals.ts';
import type { Clinic } from './clinic.svelte.ts';

interface Running {
  readonly plan: Plan;
  /** Sessions of older apps have none, and so no list. */
  readonly sheet: Sheet | undefined;
  readonly log: () => SessionLog;
  readonly position: () => SessionTime;
  readonly measuringSince: () => SessionTime | undefined;
  /** What is answered and can be taken back. */
  readonly act: (body: EventBody) => void;
}

/** The clinical side of a running session: its clock, its measurements, its notes. */
export class LiveClinic {
  readonly settings: Clinic;
  readonly #running: Running;

  constructor(settings: Clinic, running: Running) {
    this.settings = settings;
    this.#running = running;
  }

  readonly clock = $derived.by(() =>
    milestones(this.#running.plan, this.#running.log(), this.settings.times, this.#running.position()),
  );
  /** Seconds since T0, as it is known now. */
  readonly given = $derived.by(() =>
    this.clock.t0 === undefined ? undefined : Math.max(0, this.#running.position() - this.clock.t0),
  );
  /** What is due or comes next, the most pressing first. */
  readonly due = $derived.by(() => reminders(this.clock, this.#running.position()));
  readonly measuring = $derived.by(() => this.#running.measuringSince() !== undefined);
  readonly vitals = $derived.by(() => entriesOf(this.#running.log(), 'vitals-recorded'));
  readonly notes = $derived.by(() => entriesOf(this.#running.log(), 'noted'));

  /** What stands against the patient's leaving now; undefined where there is no list and no medicine. */
  readonly leaving = $derived.by(() => {
    const { sheet, log, position } = this.#running;
    return sheet === undefined || sheet.route === 'practice-run'
      ? undefined
      : leavingAt(sheet, log(), this.clock, position());
  });

  checkLeaving({ id }: CheckItem, checked: boolean): void {
    this.#running.act({ type: 'item-checked', list: 'leaving', item: id, checked });
  }
  /** With a reason where something stands against it; without one nobody leaves then [PR6]. */
  leave(reason: string): void {
    const despite = this.leaving?.against ?? [];
    if (despite.length === 0) this.#running.act({ type: 'left', despite: [] });
    else if (reason !== '') this.#running.act({ type: 'left', despite: [...despite], reason });
  }

  /** The bed steps back, and a line tells of the touch where that is wanted. */
  beginVitals(): void {
    if (this.measuring) return;
    this.#running.act({ type: 'vitals-begun', announced: this.settings.announced });
  }
  endVitals(): void {
    if (this.measuring) this.#running.act({ type: 'vitals-ended' });
  }
  /** `corrects`: the number of a measurement that these values stand for. */
  recordVitals(vitals: Vitals, corrects?: number): void {
    this.#running.act({
      type: 'vitals-recorded',
      ...vitals,
      ...(corrects === undefined ? {} : { corrects }),
    });
  }
  correctGiven({ seq }: Given, givenAt: SessionTime, note: string): void {
    this.#running.act({ type: 'medicine-corrected', givenAt, note, corrects: seq });
  }
  endPump(): void {
    this.#running.act({ type: 'pump-ended' });
  }
  note(text: string, tag?: string): void {
    this.#running.act({ type: 'noted', text, ...(tag === undefined ? {} : { tag }) });
  }
  correctNote(seq: number, text: string, tag?: string): void {
    this.#running.act({ type: 'noted', text, ...(tag === undefined ? {} : { tag }), corrects: seq });
  }
}
