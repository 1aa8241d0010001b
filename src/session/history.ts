import { dayAfter, daysThrough, firstOfMonth, firstOfWeek, type Day } from './calendar.ts';
import type { RecordSummary } from './record-summary.ts';
import type { Seconds } from './units.ts';

/** A practice that is over, on the day on which it began. */
export interface Practised {
  readonly day: Day;
  readonly beganMs: number;
  /** As long as it sounded: a pause does not count. */
  readonly seconds: Seconds;
  /** The id of its plan, and its title for one that is not shipped. */
  readonly plan: string;
  readonly title: string;
  /** Breaths a minute of the breath that was chosen, where one led. */
  readonly breath: number | undefined;
}

/** What was practised, the earliest first; sessions with medicine are something else [HI1]. `dayOf`: the local day of a moment. */
export function practisedIn(
  records: readonly RecordSummary[],
  dayOf: (ms: number) => Day,
): readonly Practised[] {
  return records
    .filter(({ route }) => route === undefined || route === 'practice-run')
    .map(({ beganMs, from, to, plan, title, breath }) => {
      return { day: dayOf(beganMs), beganMs, seconds: to - from, plan, title, breath };
    })
    .sort((one, other) => one.beganMs - other.beganMs);
}

/** Only days on which something was practised are in it. */
export function secondsByDay(practised: readonly Practised[]): ReadonlyMap<Day, Seconds> {
  const byDay = new Map<Day, Seconds>();
  for (const { day, seconds } of practised) byDay.set(day, (byDay.get(day) ?? 0) + seconds);
  return byDay;
}

/** The seconds of this week and of this month, up to today [HI3]. */
export function lately(
  byDay: ReadonlyMap<Day, Seconds>,
  today: Day,
): { readonly week: Seconds; readonly month: Seconds } {
  const since = (first: Day) =>
    [...byDay].reduce((sum, [day, seconds]) => (day >= first && day <= today ? sum + seconds : sum), 0);
  return { week: since(firstOfWeek(today)), month: since(firstOfMonth(today)) };
}

/** Whole weeks from Monday to Sunday, `before` of them before this one and `after` of them after it [HI2]. */
export function weeksAround(today: Day, before: number, after: number): readonly (readonly Day[])[] {
  const monday = firstOfWeek(today);
  return Array.from({ length: before + 1 + after }, (_, nth) => {
    const first = dayAfter(monday, (nth - before) * 7);
    return daysThrough(first, dayAfter(first, 6));
  });
}

/** How deep the colour of a day is: 0 where nothing was practised, then up to 5, 15 and 30 minutes, and beyond. */
export type Shade = 0 | 1 | 2 | 3 | 4;

export function shadeOf(seconds: Seconds | undefined): Shade {
  if (seconds === undefined) return 0;
  const minutes = Math.round(seconds / 60);
  return minutes <= 5 ? 1 : minutes <= 15 ? 2 : minutes <= 30 ? 3 : 4;
}

/** A breath that was chosen, and when. */
export interface ChosenRate {
  readonly day: Day;
  readonly beganMs: number;
  readonly rate: number;
}

/** In order of time, a practice each; those without a breath to follow are left out [HI4]. */
export function chosenRates(practised: readonly Practised[]): readonly ChosenRate[] {
  return practised.flatMap(({ day, beganMs, breath }) =>
    breath === undefined ? [] : [{ day, beganMs, rate: breath }],
  );
}
