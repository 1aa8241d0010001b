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
import type { Seconds } from '#session/units.ts';
import type { Outside } from '../ports.ts';
import { dayOf } from '../session-name.ts';

/** So many weeks are shown before this one, and after it. */
const WEEKS_BEFORE = 5;
const WEEKS_AFTER = 2;

/** What was practised, day by day. */
export class DaysPlace {
  readonly today: Day;
  readonly weeks: readonly (readonly Day[])[];
  readonly practised: readonly Practised[];
  readonly secondsByDay: ReadonlyMap<Day, Seconds>;
  /** Seconds of this week and this month. */
  readonly lately: { readonly week: Seconds; readonly month: Seconds };
  readonly rates: readonly ChosenRate[];

  private constructor(today: Day, practised: readonly Practised[]) {
    this.today = today;
    this.weeks = weeksAround(today, WEEKS_BEFORE, WEEKS_AFTER);
    this.practised = practised;
    this.secondsByDay = secondsByDay(practised);
    this.lately = lately(this.secondsByDay, today);
    this.rates = chosenRates(practised);
  }

  /** As things are now: whoever comes back another day opens it anew. */
  static async open(outside: Pick<Outside, 'openRecords' | 'nowMs'>): Promise<DaysPlace> {
    const { records } = await (await outside.openRecords()).list();
    return new DaysPlace(dayOf(outside.nowMs()), practisedIn(records, dayOf));
  }
}
