import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayFrom, daysFrom } from '#session/calendar.ts';
import { calendarFile } from '#session/calendar-file.ts';
import {
  daysOf,
  eventsOf,
  MOST_PLANNED,
  NOTHING_PLANNED,
  plannedByDay,
  restored,
  rhythmOf,
  SUGGESTIONS,
  windowOf,
  withPlanned,
  withSession,
} from '#session/practice-plan.ts';
import { practicePlanOf } from '#session/practice-plan-reading.ts';
import { practices } from '#session/practices/all.ts';
import { eventsIn } from '../helpers/calendar.ts';
import { anyDay, anyPlan, anyPlanned } from '../helpers/practice-plans.ts';

const session = dayFrom(2026, 3, 28); // the clocks of Europe go forward on the day after it

describe('what is planned', () => {
  // Mutant: the session's own day planned too (`dayAfter(session, 0)`) -> fails.
  it('[PP1] falls on the days of its rhythm', () => {
    expect(daysOf({ kind: 'before', days: 3 }, session)).toEqual(['2026-03-25', '2026-03-26', '2026-03-27']);
    expect(daysOf({ kind: 'after', days: 2 }, session)).toEqual(['2026-03-29', '2026-03-30']);
    expect(daysOf({ kind: 'after', days: 14 }, session).at(-1)).toBe('2026-04-11');
    expect(daysOf({ kind: 'daily', from: '2026-03-28', until: '2026-03-30' }, undefined)).toEqual([
      ...['2026-03-28', '2026-03-29', '2026-03-30'],
    ]);
    expect(daysOf({ kind: 'before', days: 3 }, undefined)).toEqual([]);
    expect(daysOf({ kind: 'daily', from: '2026-03-28', until: '2126-03-28' }, undefined)).toHaveLength(366);
  });

  it('[PP1] is found on each of its days, by the time of day', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const byDay = plannedByDay(plan);
        const all = [...byDay].flatMap(([day, planned]) => planned.map(({ id }) => `${day} ${id}`));
        const wanted = plan.practices.flatMap(({ id, rhythm }) =>
          daysOf(rhythm, plan.session).map((day) => `${day} ${id}`),
        );
        expect(all.toSorted()).toEqual(wanted.toSorted());
        const since = plan.session ?? '2026-01-01';
        expect([...plannedByDay(plan, since)]).toEqual([...byDay].filter(([day]) => day >= since));
        for (const planned of byDay.values())
          expect(planned.every(({ time }, nth) => nth === 0 || time >= (planned[nth - 1]?.time ?? 0))).toBe(
            true,
          );
      }),
    );
  });

  it('[PP2] is read as it was kept', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(practicePlanOf(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
      }),
    );
  });

  // Mutant: the order of a rhythm’s days not looked at (`from <= until` left out) -> fails.
  it('[PP2] is refused where it is none, and never thrown at', () => {
    fc.assert(fc.property(fc.anything(), (any) => void practicePlanOf(any)));
    const planned = {
      ...{ id: 'a', practice: 'breath', minutes: 5, time: 0, note: '', revision: 0 },
      rhythm: { kind: 'daily', from: '2026-01-01', until: '2026-01-02' },
    };
    const read = (change: object) => practicePlanOf({ v: 1, practices: [{ ...planned, ...change }] });
    expect(read({})).toBeDefined();
    for (const wrong of [
      { practice: 'running' },
      { time: 1440 },
      { minutes: 0 },
      { rhythm: { kind: 'daily', from: '2026-01-02', until: '2026-01-01' } },
      { rhythm: { kind: 'daily', from: '2026-02-30', until: '2026-03-01' } },
      { rhythm: { kind: 'daily', from: '2026-01-01', until: '2028-01-01' } },
      { rhythm: { kind: 'weekly' } },
    ])
      expect(read(wrong)).toBeUndefined();
    expect(practicePlanOf({ v: 2, practices: [] })).toBeUndefined();
  });

  // Mutant: `revision: before.revision` -> fails.
  it('[PP3] keeps its id and its place when it is changed, and the change is counted', () => {
    fc.assert(
      fc.property(anyPlan, anyPlanned, fc.nat(5), (plan, other, nth) => {
        const one = plan.practices[nth % Math.max(1, plan.practices.length)];
        if (one === undefined) return;
        const changed = withPlanned(plan, { ...other, id: one.id });
        expect(changed.practices.map(({ id }) => id)).toEqual(plan.practices.map(({ id }) => id));
        expect(changed.practices.find(({ id }) => id === one.id)?.revision).toBe(one.revision + 1);
        expect(withPlanned(plan, other).practices).toHaveLength(plan.practices.length + 1);
      }),
    );
    const full = Array.from({ length: MOST_PLANNED + 1 }, (_, nth) => ({
      ...{ id: `p${nth}`, practice: 'breath' as const, minutes: 5, time: 0, note: '', revision: 0 },
      rhythm: rhythmOf('before'),
    })).reduce(withPlanned, NOTHING_PLANNED);
    expect(full.practices).toHaveLength(MOST_PLANNED);
  });

  // Mutant: the daily ones changed too -> fails.
  it('[PP3] counts a change of the session’s day for what is about it alone', () => {
    fc.assert(
      fc.property(anyPlan, anyDay, (plan, day) => {
        const moved = withSession(plan, day);
        const counted = plan.practices.map(({ rhythm }) =>
          rhythm.kind === 'daily' || day === plan.session ? 0 : 1,
        );
        expect(
          moved.practices.map(({ revision }, nth) => revision - (plan.practices[nth]?.revision ?? 0)),
        ).toEqual(counted);
        expect(withSession(moved, day)).toBe(moved);
      }),
    );
  });

  // Mutant: the plan before taken as it was -> fails: its practice is older than what a calendar may have.
  it('[PP3] is as it was before once a change is taken back, and that counts as one too', () => {
    fc.assert(
      fc.property(anyPlan, anyPlanned, (plan, other) => {
        const [one, ...others] = plan.practices;
        if (one === undefined) return;
        const back = restored(plan, withPlanned(plan, { ...other, id: one.id }));
        expect(back).toEqual({ ...plan, practices: [{ ...one, revision: one.revision + 2 }, ...others] });
        expect(restored(plan, { ...plan, practices: others })).toEqual(plan);
        expect(restored(plan, withPlanned(plan, other))).toEqual(plan);
      }),
    );
  });

  it('[PP4] is in the calendar file on every of its days, and nothing else is', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const file = calendarFile(
          eventsOf(plan, ({ practice }) => practice),
          0,
        );
        const inFile = eventsIn(file).flatMap(({ uid, time, days, title, minutes }) =>
          days.map((day) => [day, time, title, minutes, uid].join(' ')),
        );
        const inPlan = [...plannedByDay(plan)].flatMap(([day, planned]) =>
          planned.map(({ id, time, practice, minutes }) =>
            [day, time, practice, minutes, `${id}@undertone`].join(' '),
          ),
        );
        expect(inFile.toSorted()).toEqual(inPlan.toSorted());
      }),
    );
  });
});

describe('the windows around a session', () => {
  // Mutant: `since <= 3` to `since <= 4` -> fails.
  it('[PP5] follow one another without a hole', () => {
    const around = [-15, -14, -1, 0, 2, 3, 4, 14, 15].map((by) => windowOf(session, dayAfter(session, by)));
    expect(around).toEqual([
      ...[undefined, 'before', 'before', 'first-days', 'first-days', 'strongest'],
      ...['two-weeks', 'two-weeks', undefined],
    ]);
  });

  it('[PP5] suggest what the app can do, in a rhythm that reaches that window', () => {
    for (const [window, suggestions] of Object.entries(SUGGESTIONS)) {
      for (const { practice, minutes } of suggestions) {
        const { least, most } = practices[practice].minutes;
        expect(minutes >= least && minutes <= most).toBe(true);
      }
      const days = daysOf(rhythmOf(window as keyof typeof SUGGESTIONS), session);
      expect(days.some((day) => windowOf(session, day) === window)).toBe(true);
      expect(days.every((day) => Math.abs(daysFrom(session, day)) <= 14)).toBe(true);
    }
  });
});
