import type { Day } from '#session/calendar.ts';
import {
  NOTHING_PLANNED,
  restored,
  withPlanned,
  withSession,
  type PlannedPractice,
  type PracticePlan,
} from '#session/practice-plan.ts';
import { ForAWhile } from '../for-a-while.svelte.ts';
import { NotKept } from '../not-kept.svelte.ts';
import type { Outside } from '../ports.ts';
import { loadPlan, PLAN } from './kept-plan.ts';

type BookPorts = Pick<Outside, 'settings' | 'newId'>;

/** What was done last, for as long as it can be taken back. */
export type BookChange = 'added' | 'changed' | 'removed' | 'moved';

/** A practice as it is planned or changed: what is new has no id yet. */
export type PlannedDraft = Omit<PlannedPractice, 'id' | 'revision'> & { readonly id: string | undefined };

/** What a person would like to practise, kept on this device. */
export class PracticeBook {
  readonly #outside: BookPorts;
  #plan = $state.raw<PracticePlan>(NOTHING_PLANNED);
  readonly #last = new ForAWhile<{ readonly change: BookChange; readonly before: PracticePlan }>();
  readonly #notKept = new NotKept();

  private constructor(outside: BookPorts) {
    this.#outside = outside;
  }

  static async open(outside: BookPorts): Promise<PracticeBook> {
    const book = new PracticeBook(outside);
    book.#plan = (await loadPlan(outside)) ?? NOTHING_PLANNED;
    return book;
  }

  get plan(): PracticePlan {
    return this.#plan;
  }
  get last(): BookChange | undefined {
    return this.#last.value?.change;
  }
  /** The device did not keep the last change; it holds until the page is closed. */
  get notKept(): boolean {
    return this.#notKept.any;
  }

  /** Where it is about a session, with the day of that: one act, taken back as one. */
  put({ id, ...draft }: PlannedDraft, session: Day | undefined = this.#plan.session): void {
    const planned = { ...draft, id: id ?? this.#outside.newId(), revision: 0 };
    this.#change(
      id === undefined ? 'added' : 'changed',
      withPlanned(withSession(this.#plan, session), planned),
    );
  }

  remove(id: string): void {
    const practices = this.#plan.practices.filter((planned) => planned.id !== id);
    this.#change('removed', { ...this.#plan, practices });
  }

  /** The day of the session that some of it is about; undefined where there is none any more. */
  setSession(day: Day | undefined): void {
    this.#change('moved', withSession(this.#plan, day));
  }

  undo(): void {
    const last = this.#last.value;
    this.#last.clear();
    if (last !== undefined) this.#keep(restored(last.before, this.#plan));
  }

  #change(change: BookChange, plan: PracticePlan): void {
    if (plan === this.#plan) return;
    this.#last.set({ change, before: this.#plan });
    this.#keep(plan);
  }

  #keep(plan: PracticePlan): void {
    this.#plan = plan;
    void this.#notKept.of(PLAN, this.#outside.settings.keep(PLAN, plan));
  }
}
