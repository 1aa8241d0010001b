import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dueBetween, momentOf } from '#app/days/due.ts';
import { dayOf } from '#app/session-name.ts';
import { daysThrough } from '#session/calendar.ts';
import type { PracticePlan } from '#session/practice-plan.ts';

const MINUTE = 60_000;
const zone = process.env['TZ'];
beforeEach(() => (process.env['TZ'] = 'Europe/Berlin'));
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const planned = (id: string, time: number) => ({
  ...{ id, practice: 'breath' as const, minutes: 5, time, note: '', revision: 0 },
  rhythm: { kind: 'daily' as const, from: '2026-03-27', until: '2026-10-27' },
});
const plan: PracticePlan = { v: 1, practices: [planned('night', 150), planned('evening', 1200)] };

/** What is due while somebody looks every ten minutes, from one day through another. */
function dueOn(from: string, to: string): string[] {
  const found: string[] = [];
  for (let at = momentOf(from, 0); at < momentOf(to, 1439); at += 10 * MINUTE)
    for (const { id } of dueBetween(plan, at, at + 10 * MINUTE))
      found.push(`${dayOf(at + 10 * MINUTE)} ${id}`);
  return found;
}

describe('what is due', () => {
  it('is due once on each of its days, also where the clocks change in the night', () => {
    for (const [from, to] of [
      ['2026-03-27', '2026-03-31'],
      ['2026-10-23', '2026-10-27'],
    ] as const)
      expect(dueOn(from, to)).toEqual(
        daysThrough(from, to).flatMap((day) => [`${day} night`, `${day} evening`]),
      );
  });

  // Mutant: a day taken for 24 hours from midnight (`date, 0).getTime() + time * 60_000`) -> fails on both days of change.
  it('keeps its time by the clock on the wall', () => {
    const clock = (day: string, time: number) => new Date(momentOf(day, time)).toTimeString().slice(0, 5);
    expect([clock('2026-03-29', 1200), clock('2026-10-25', 1200)]).toEqual(['20:00', '20:00']);
    expect(clock('2026-03-29', 150)).toBe('03:30');
  });

  // Mutant: only the day looked at on which the stretch begins -> fails.
  it('is due after midnight where the stretch begins before it', () => {
    const early = { v: 1 as const, practices: [planned('early', 2)] };
    const due = dueBetween(early, momentOf('2026-06-01', 1438), momentOf('2026-06-02', 5));
    expect(due.map(({ id }) => id)).toEqual(['early']);
  });

  it('is not due before its moment, nor twice', () => {
    const eight = momentOf('2026-06-01', 1200);
    expect(dueBetween(plan, eight - MINUTE, eight - 1)).toEqual([]);
    expect(dueBetween(plan, eight - MINUTE, eight).map(({ id }) => id)).toEqual(['evening']);
    expect(dueBetween(plan, eight, eight + MINUTE)).toEqual([]);
  });
});
