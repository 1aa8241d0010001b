import type { Day } from '#session/calendar.ts';
import { plannedByDay, type PlannedPractice, type PracticePlan } from '#session/practice-plan.ts';
import { dayOf } from '../session-name.ts';

/**
 * When a time of day is by the device's own clock. One that a change to summer time leaves out comes an hour later, one
 * that comes twice is the first of the two.
 */
export function momentOf(day: Day, time: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 0, time).getTime();
}

/** What was planned for a moment after `fromMs`, up to `toMs`; the two are less than a day apart. */
export function dueBetween(plan: PracticePlan, fromMs: number, toMs: number): readonly PlannedPractice[] {
  const byDay = plannedByDay(plan);
  return [...new Set([dayOf(fromMs), dayOf(toMs)])].flatMap((day) =>
    (byDay.get(day) ?? []).filter(({ time }) => {
      const moment = momentOf(day, time);
      return moment > fromMs && moment <= toMs;
    }),
  );
}
