import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekday } from '#session/calendar.ts';
import { daysIn, monthOf, weeksOf } from '#session/months.ts';

const DAY_MS = 86_400_000;
/** 1900 to 2200. */
const months = fc
  .integer({ min: -25_567, max: 84_006 })
  .map((number) => new Date(number * DAY_MS).toISOString().slice(0, 7));

describe('a month', () => {
  // Mutant: weeksOf() that leaves `- first` out -> red.
  it('[J9] has each of its days once, in weeks of seven from the first weekday on', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 6 }), (month, first) => {
        const weeks = weeksOf(month, first);
        const days = weeks.flat().filter((day) => day !== undefined);
        const [year = 0, nth = 0] = month.split('-').map(Number);
        expect(days).toHaveLength(new Date(Date.UTC(year, nth, 0)).getUTCDate());
        expect(days).toEqual([...daysIn(month)].sort());
        expect(days.every((day) => monthOf(day) === month)).toBe(true);
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          expect(week.some((day) => day !== undefined)).toBe(true);
          for (const [place, day] of week.entries())
            if (day !== undefined) expect(weekday(day)).toBe((first + place) % 7);
        }
      }),
    );
  });

  it('[J9] reads like the one on the wall', () => {
    const drawn = weeksOf('2024-02').map((week) => week.map((day) => day?.slice(8) ?? '  ').join(' '));
    expect(drawn).toEqual([
      '         01 02 03 04',
      '05 06 07 08 09 10 11',
      '12 13 14 15 16 17 18',
      '19 20 21 22 23 24 25',
      '26 27 28 29         ',
    ]);
  });
});
