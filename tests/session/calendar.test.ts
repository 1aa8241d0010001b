import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayAfter,
  dayFrom,
  dayRead,
  daysFrom,
  daysThrough,
  firstOfMonth,
  firstOfWeek,
  weekday,
  type Day,
} from '#session/calendar.ts';

const DAY_MS = 86_400_000;
/** Any day from 1600 to 2800, as the browser's own calendar names it. */
const anyDay = fc
  .integer({ min: Date.UTC(1600, 0, 1) / DAY_MS, max: Date.UTC(2800, 0, 1) / DAY_MS })
  .map((number) => ({ number, day: isoOf(number) }));

function isoOf(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

describe('days', () => {
  it('[DA1] are counted as the calendar has them', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), ({ number, day }, by) => {
        const other = isoOf(number + by);
        expect(dayAfter(day, by)).toBe(other);
        expect(daysFrom(day, other)).toBe(by);
        expect(day < other).toBe(by > 0);
      }),
    );
  });

  // Mutant: the last day of four hundred years not told from the others (`146_096` left out) -> fails.
  it('[DA1] have a leap day in every fourth year, though not in every hundredth', () => {
    const after28th = [1600, 1900, 2000, 2024, 2026, 2100, 2400].map((year) =>
      dayAfter(dayFrom(year, 2, 28), 1),
    );
    expect(after28th.map((day) => day.slice(5))).toEqual([
      ...['02-29', '03-01', '02-29', '02-29', '03-01', '03-01', '02-29'],
    ]);
  });

  it('[DA1] have the weekday and the month of the calendar', () => {
    fc.assert(
      fc.property(anyDay, ({ number, day }) => {
        const sunday0 = new Date(number * DAY_MS).getUTCDay();
        expect(weekday(day)).toBe((sunday0 + 6) % 7);
        expect(weekday(firstOfWeek(day))).toBe(0);
        expect(daysFrom(firstOfWeek(day), day)).toBe(weekday(day));
        expect(firstOfMonth(day)).toBe(`${day.slice(0, 7)}-01`);
      }),
    );
  });

  it('[DA1] are read where there is such a day, and not where there is none', () => {
    expect(dayRead('2028-02-29')).toBe('2028-02-29');
    expect(dayFrom(2028, 2, 9)).toBe('2028-02-09');
    for (const none of ['2027-02-29', '2026-13-01', '2026-00-10', '2026-11-31', '2026-1-1', '', 'today'])
      expect(dayRead(none)).toBeUndefined();
  });

  it('[DA1] go on over a month and a year', () => {
    expect(daysThrough(dayFrom(2026, 12, 30), dayFrom(2027, 1, 2))).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ]);
    expect(daysThrough(dayFrom(2027, 1, 2), dayFrom(2026, 12, 30))).toEqual([]);
  });
});
