import fc from 'fast-check';
import { dayAfter, dayFrom } from '#session/calendar.ts';
import {
  AFTER_DAYS,
  LONGEST_NOTE,
  MOST_BEFORE,
  type PlannedPractice,
  type PracticePlan,
  type Rhythm,
} from '#session/practice-plan.ts';
import { PRACTICES } from '#session/practices/shape.ts';

export const anyDay = fc.integer({ min: 0, max: 3000 }).map((by) => dayAfter(dayFrom(2024, 1, 1), by));

const anyRhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc
    .record({ from: anyDay, by: fc.nat(60) })
    .map(({ from, by }) => ({ kind: 'daily' as const, from, until: dayAfter(from, by) })),
  fc.record({ kind: fc.constant('before' as const), days: fc.integer({ min: 1, max: MOST_BEFORE }) }),
  fc.record({ kind: fc.constant('after' as const), days: fc.constantFrom(...AFTER_DAYS) }),
);

export const anyPlanned: fc.Arbitrary<PlannedPractice> = fc.record({
  id: fc.uuid(),
  practice: fc.constantFrom(...PRACTICES),
  minutes: fc.integer({ min: 3, max: 45 }),
  time: fc.integer({ min: 0, max: 1439 }),
  rhythm: anyRhythm,
  note: fc.string({ maxLength: LONGEST_NOTE }),
  revision: fc.nat(20),
});

export const anyPlan: fc.Arbitrary<PracticePlan> = fc.record(
  {
    v: fc.constant(1 as const),
    session: anyDay,
    practices: fc.uniqueArray(anyPlanned, { maxLength: 6, selector: ({ id }) => id }),
  },
  { requiredKeys: ['v', 'practices'] },
);
