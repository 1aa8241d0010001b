import type { PracticeBook } from '#app/days/practice-book.svelte.ts';
import { dayAfter, daysFrom, type Day } from '#session/calendar.ts';
import {
  LONGEST_RHYTHM,
  type PlannedPractice,
  type Rhythm,
  type RhythmKind,
} from '#session/practice-plan.ts';
import { practices } from '#session/practices/all.ts';
import type { PracticeId } from '#session/practices/shape.ts';

/** What stands against keeping a draft as it is. */
export type DraftProblem = 'over' | 'far' | 'session';

const AT_FIRST: PracticeId = 'breath';
const EVENING = 20 * 60;

/** A practice while it is planned or changed: every kind of rhythm keeps what was chosen for it. */
export class Draft {
  readonly #book: PracticeBook;
  readonly #today: Day;
  readonly id: string | undefined;
  #practice = $state<PracticeId>(AT_FIRST);
  minutes = $state(practices[AT_FIRST].minutes.usual);
  kind = $state<RhythmKind>('daily');
  until = $state<Day>('');
  before = $state(7);
  after = $state(14);
  session = $state<Day | undefined>();
  time = $state(EVENING);
  note = $state('');
  readonly #from: Day;

  constructor(book: PracticeBook, today: Day, planned: PlannedPractice | undefined) {
    this.#book = book;
    this.#today = today;
    this.id = planned?.id;
    this.session = book.plan.session;
    this.until = dayAfter(today, 13);
    this.#from = planned?.rhythm.kind === 'daily' ? planned.rhythm.from : today;
    if (planned !== undefined) this.#take(planned);
  }

  get practice(): PracticeId {
    return this.#practice;
  }
  readonly range = $derived.by(() => practices[this.#practice].minutes);
  readonly problem = $derived.by<DraftProblem | undefined>(() => {
    if (this.kind !== 'daily') return this.session === undefined ? 'session' : undefined;
    if (this.until < this.#today) return 'over';
    return daysFrom(this.#from, this.until) >= LONGEST_RHYTHM ? 'far' : undefined;
  });

  choose(practice: PracticeId): void {
    this.#practice = practice;
    const { least, most } = this.range;
    this.minutes = Math.min(most, Math.max(least, this.minutes));
  }

  /** Puts it into the plan. */
  keep(): void {
    const { id, practice, minutes, time, note } = this;
    const planned = { id, practice, minutes, time, note: note.trim(), rhythm: this.#rhythm() };
    this.#book.put(planned, this.kind === 'daily' ? undefined : this.session);
  }

  #take({ practice, minutes, time, note, rhythm }: PlannedPractice): void {
    this.#practice = practice;
    this.minutes = minutes;
    this.time = time;
    this.note = note;
    this.kind = rhythm.kind;
    if (rhythm.kind === 'daily') this.until = rhythm.until;
    else this[rhythm.kind] = rhythm.days;
  }

  #rhythm(): Rhythm {
    return this.kind === 'daily'
      ? { kind: 'daily', from: this.#from, until: this.until }
      : { kind: this.kind, days: this[this.kind] };
  }
}
