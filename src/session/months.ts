import { dayAfter, daysThrough, firstOfMonth, weekday, type Day } from './calendar.ts';

/** A month of the calendar: `2026-11`. */
export type Month = string;

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function daysIn(month: Month): readonly Day[] {
  const first = `${month}-01`;
  return daysThrough(first, dayAfter(firstOfMonth(dayAfter(first, 31)), -1));
}

/** Its weeks as a wall calendar has them, with empty places where a week belongs to another month too [J9]. `first`: 0 is Monday. */
export function weeksOf(month: Month, first = 0): readonly (readonly (Day | undefined)[])[] {
  const before = (weekday(`${month}-01`) - first + 7) % 7;
  const places = [...Array.from({ length: before }, () => undefined), ...daysIn(month)];
  return Array.from({ length: Math.ceil(places.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, nth) => places[week * 7 + nth]),
  );
}
