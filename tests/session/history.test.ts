import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayFrom, type Day } from '#session/calendar.ts';
import {
  chosenRates,
  lately,
  practisedIn,
  secondsByDay,
  shadeOf,
  weeksAround,
  type Practised,
} from '#session/history.ts';
import { summaryOf, type RecordSummary } from '#session/record-summary.ts';
import { RESTARTED } from '#session/restart.ts';
import { breaths } from '#session/breath-patterns.ts';
import { sessionTimeOf, START } from '#session/units.ts';
import { logged, min, phase, plan } from '../helpers/sessions.ts';
import { practise } from '../helpers/practised.ts';

const today = dayFrom(2026, 11, 25); // a Wednesday
const record = (change: Partial<RecordSummary>): RecordSummary => ({
  id: 'one',
  beganMs: 0,
  title: 'Body scan',
  plan: 'body-scan',
  route: undefined,
  from: START,
  to: sessionTimeOf(600),
  given: undefined,
  lived: [],
  breath: undefined,
  words: '',
  ...change,
});
const HOUR = 3_600_000;
/** A clock that stands two hours before the world's: as a device might have it. */
const dayOf = (ms: number) => dayAfter(dayFrom(1970, 1, 1), Math.floor((ms + 2 * HOUR) / (24 * HOUR)));

describe('what was practised', () => {
  // Mutant: routes not looked at -> fails.
  it('[HI1] is on the local day on which it began, and no session with medicine is in it', () => {
    const records = [
      record({ id: 'late', beganMs: 22.5 * HOUR }),
      record({ id: 'early', beganMs: 21.9 * HOUR, to: sessionTimeOf(90) }),
      record({ id: 'clinic', beganMs: HOUR, route: 'nasal' }),
      record({ id: 'run', beganMs: HOUR, route: 'practice-run' }),
    ];
    expect(practisedIn(records, dayOf).map(({ day, seconds }) => [day, seconds])).toEqual([
      ['1970-01-01', 600],
      ['1970-01-01', 90],
      ['1970-01-02', 600],
    ]);
    expect([...secondsByDay(practisedIn(records, dayOf))]).toEqual([
      ['1970-01-01', 690],
      ['1970-01-02', 600],
    ]);
  });

  // Mutant: `seconds: to` -> fails.
  it('[HI1] counts what sounded of a practice that was gone on with', () => {
    const log = logged(
      [0, { type: 'started' }],
      [0, { type: 'interrupted', reason: RESTARTED }],
      [240, { type: 'resumed' }],
      [290, { type: 'ended' }],
    );
    const again = summaryOf({ id: 'again', beganMs: 0, plan: practise('sounds').plan, log });
    expect(practisedIn([again], dayOf).map(({ seconds }) => seconds)).toEqual([again.to - 240]);
    expect(again.to).toBeLessThan(320);
  });

  // Mutant: `day <= today` left out -> fails.
  it('[HI3] is summed for this week and this month up to today, whatever the order', () => {
    const onDay = fc.record({ by: fc.integer({ min: -80, max: 20 }), seconds: fc.nat(4000) });
    fc.assert(
      fc.property(fc.array(onDay), (all) => {
        const practised = all.map(({ by, seconds }) => ({ day: dayAfter(today, by), seconds }) as Practised);
        const sum = (least: number) =>
          all.filter(({ by }) => by >= least && by <= 0).reduce((whole, { seconds }) => whole + seconds, 0);
        expect(lately(secondsByDay(practised), today)).toEqual({ week: sum(-2), month: sum(-24) });
      }),
    );
  });

  it('[HI3] leaves a day without practice out, and colours each other one, however short', () => {
    expect([undefined, 0, 20, 300, 329, 331, 900, 1800, 2700].map(shadeOf)).toEqual([
      ...[0, 1, 1, 1, 1, 2, 2, 3, 4],
    ]);
  });

  it('[HI2] lies in whole weeks from Monday, each day once', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999, max: 999 }), fc.nat(12), fc.nat(4), (by, before, after) => {
        const day = dayAfter(today, by);
        const weeks = weeksAround(day, before, after);
        const days: Day[] = weeks.flat();
        expect(weeks).toHaveLength(before + 1 + after);
        expect(weeks[before]).toContain(day);
        expect(days.every((each, nth) => nth === 0 || each === dayAfter(days[nth - 1] ?? each, 1))).toBe(
          true,
        );
        expect(days[0] && dayAfter(days[0], 7 * weeks.length)).toBe(dayAfter(days.at(-1) ?? day, 1));
      }),
    );
    expect(weeksAround(today, 1, 0).map(([monday]) => monday)).toEqual(['2026-11-16', '2026-11-23']);
  });
});

describe('the breath that was chosen', () => {
  // Mutant: a breath that was never reached counts (`from < to` left out) -> fails.
  it('[HI4] is at its own pace, and none where nothing led', () => {
    const { plan } = practise('breath', { breath: breaths.slow });
    const lived = (lastSeen: number) =>
      summaryOf({
        ...{ id: 'a', beganMs: 5, plan, log: logged([0, { type: 'started' }]) },
        lastSeen: sessionTimeOf(lastSeen),
      });
    expect(lived(200)).toMatchObject({ plan: 'breath', breath: 5 });
    expect(lived(3).breath).toBeUndefined();
    const listening = summaryOf({
      ...{ id: 'b', beganMs: 6, plan: practise('sounds').plan },
      log: logged([0, { type: 'started' }], [200, { type: 'ended' }]),
    });
    expect(listening.breath).toBeUndefined();
    const rates = chosenRates(practisedIn([listening, lived(200)], dayOf));
    expect(rates).toEqual([{ day: '1970-01-01', beganMs: 5, rate: 5 }]);
  });

  // Mutant: the first of the breaths instead of the last (`led.at(0)`) -> fails.
  it('[HI4] is the one that led last, as far as it was lived', () => {
    const led = (name: string, { pattern }: { pattern: readonly number[] }) =>
      phase({ phase: name, breath: { pattern: [...pattern] as [number, number, number, number], from: 10 } });
    const both = plan({ phases: [led('one', breaths.coherent), led('two', breaths.box)] });
    const upTo = (minutes: number) =>
      summaryOf({
        ...{ id: 'c', beganMs: 7, plan: both },
        log: logged([0, { type: 'started' }], [min(minutes), { type: 'ended' }]),
      }).breath;
    expect([upTo(9), upTo(12)]).toEqual([6, 60 / 16]);
  });
});
