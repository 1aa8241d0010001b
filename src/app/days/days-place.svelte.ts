import { calendarFile } from '#session/calendar-file.ts';
import type { Day } from '#session/calendar.ts';
import {
  chosenRates,
  lately,
  practisedIn,
  secondsByDay,
  weeksAround,
  type ChosenRate,
  type Practised,
} from '#session/history.ts';
import { eventsOf, plannedByDay, type PlannedPractice } from '#session/practice-plan.ts';
import type { Seconds } from '#session/units.ts';
import type { HandedFile, Outside } from '../ports.ts';
import { dayOf } from '../session-name.ts';
import { DeviceReminders } from './device-reminders.svelte.ts';
import { PracticeBook } from './practice-book.svelte.ts';

/** So many weeks are shown before this one, and after it. */
const WEEKS_BEFORE = 5;
const WEEKS_AFTER = 2;

type DaysPorts = Pick<Outside, 'openRecords' | 'openNotices' | 'nowMs' | 'settings' | 'newId'>;

/** What was practised, and what is planned, day by day. */
export class DaysPlace {
  readonly book: PracticeBook;
  readonly reminders: DeviceReminders;
  readonly today: Day;
  readonly weeks: readonly (readonly Day[])[];
  readonly practised: readonly Practised[];
  readonly secondsByDay: ReadonlyMap<Day, Seconds>;
  /** Seconds of this week and this month. */
  readonly lately: { readonly week: Seconds; readonly month: Seconds };
  readonly rates: readonly ChosenRate[];
  readonly #outside: DaysPorts;

  private constructor(
    outside: DaysPorts,
    [book, reminders]: readonly [PracticeBook, DeviceReminders],
    practised: readonly Practised[],
  ) {
    this.#outside = outside;
    this.book = book;
    this.reminders = reminders;
    this.today = dayOf(outside.nowMs());
    this.weeks = weeksAround(this.today, WEEKS_BEFORE, WEEKS_AFTER);
    this.practised = practised;
    this.secondsByDay = secondsByDay(practised);
    this.lately = lately(this.secondsByDay, this.today);
    this.rates = chosenRates(practised);
  }

  /** As things are now: whoever comes back another day opens it anew. */
  static async open(outside: DaysPorts): Promise<DaysPlace> {
    const [store, ...kept] = await Promise.all([
      outside.openRecords(),
      PracticeBook.open(outside),
      DeviceReminders.open(outside),
    ]);
    const { records } = await store.list();
    return new DaysPlace(outside, kept, practisedIn(records, dayOf));
  }

  /** What is planned for each day, today and later; what was planned for a day that is over is nobody's business. */
  readonly coming = $derived.by(() => plannedByDay(this.book.plan, this.today));
  readonly hasComing = $derived(this.coming.size > 0);

  /** The plan for a calendar; `titleOf`: what a practice is called there. */
  calendarFile(name: string, titleOf: (planned: PlannedPractice) => string): HandedFile {
    const events = eventsOf(this.book.plan, titleOf);
    return { name, type: 'text/calendar;charset=utf-8', text: calendarFile(events, this.#outside.nowMs()) };
  }
}
