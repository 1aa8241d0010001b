import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TIMES, type ClinicTimes } from '#session/clinic.ts';
import type { EventBody, SessionLog } from '#session/log.ts';
import { milestones, reminders } from '#session/milestones.ts';
import { DEVICE_GAP, type Plan, type RouteId } from '#session/plan.ts';
import { sessionTimeOf } from '#session/units.ts';
import { logged, min, shippedPlan, timelineOf } from '../helpers/sessions.ts';

const three = shippedPlan('nasal', { devices: 3 });
const at = (minutes: number) => sessionTimeOf(min(minutes));
const clockOf = (plan: Plan, log: SessionLog, now = 0, times = DEFAULT_TIMES) =>
  milestones(plan, log, times, at(now));
const withVitals = (route: RouteId, vitals: Partial<ClinicTimes['vitals'][RouteId]>): ClinicTimes => ({
  ...DEFAULT_TIMES,
  vitals: { ...DEFAULT_TIMES.vitals, [route]: { ...DEFAULT_TIMES.vitals[route], ...vitals } },
});
const pressure: EventBody = { type: 'vitals-recorded', systolic: 128, diastolic: 79 };
const spray = (device: 1 | 2 | 3): EventBody => ({ type: 'device-started', device });

const devices = logged([min(20), spray(1)], [min(25), spray(2)], [min(31), spray(3)]);

describe('the clinical clock', () => {
  // eventsInForce() left out: red
  it('[CK2] has no T0 before the medicine, nor after it was taken back', () => {
    expect(clockOf(three, []).t0).toBeUndefined();
    const log = logged([min(20), spray(1)], [min(20, 5), { type: 'undone', undoes: 0 }]);
    expect(clockOf(three, log)).toEqual(clockOf(three, []));
    expect(clockOf(three, log.slice(0, 1)).t0).toBe(min(20));
  });

  it('[CK5] moves with a correction, and no sound does', () => {
    const corrected: EventBody = { type: 'medicine-corrected', givenAt: min(17), note: 'tapped late' };
    const log = logged([min(20), spray(1)], [min(25), spray(2)], [min(26), corrected]);
    const clock = clockOf(three, log);
    expect([clock.t0, clock.leaving?.fromFirst, clock.leaving?.fromLast]).toEqual([
      min(17),
      min(137),
      min(145),
    ]);
    expect(clock.vitals.find(({ moment }) => moment === 'at')?.at).toBe(min(57));
    expect(timelineOf(three, log)).toEqual(timelineOf(three, log.slice(0, 2)));
  });

  // `corrects` left out of givenEntries(): red
  it('[CK6] is moved at the device that a correction names, by the last one in force', () => {
    const log = logged(
      [min(20), spray(1)],
      [min(25), spray(2)],
      [min(26), { type: 'medicine-corrected', givenAt: min(24), note: 'watch', corrects: 1 }],
      [min(27), { type: 'medicine-corrected', givenAt: min(24, 30), note: 'watch again', corrects: 1 }],
    );
    expect(clockOf(three, log).given.map((given) => given.at)).toEqual([min(20), min(24, 30)]);
    const back = [...log, ...logged([min(28), { type: 'undone', undoes: 3 }])].map((event, seq) => ({
      ...event,
      seq,
    }));
    expect(clockOf(three, back).given.map((given) => given.at)).toEqual([min(20), min(24)]);
  });

  it('[CK7] tells the next device five minutes after the last, and none after the last one', () => {
    const next = devices.map((_, nth) => clockOf(three, devices.slice(0, nth + 1)).nextDevice);
    expect(next).toEqual([{ device: 2, from: min(25) }, { device: 3, from: min(30) }, undefined]);
    expect(clockOf(shippedPlan('nasal', { devices: 1 }), devices.slice(0, 1)).nextDevice).toBeUndefined();
  });

  // nextDevice() that counts the starts: red
  it('[CK7] tells the device after the highest one in force, whatever was left out or taken back', () => {
    const nextOf = (log: SessionLog) => clockOf(three, log).nextDevice;
    expect(nextOf(logged([min(20), spray(1)], [min(20, 30), spray(1)]))?.device).toBe(2);
    expect(nextOf(logged([min(20), spray(2)]))?.device).toBe(3);
    expect(nextOf(logged([min(20), spray(1)], [min(25), spray(3)]))).toBeUndefined();
    const back = logged(
      [min(20), spray(1)],
      [min(25), spray(2)],
      [min(25, 4), { type: 'undone', undoes: 1 }],
    );
    expect(nextOf(back)).toEqual({ device: 2, from: min(25) });
  });

  it('[CK7] ends a hold and a pump so long after T0 as the plan says', () => {
    const given = logged([min(20), { type: 'medicine-given' }]);
    expect(clockOf(shippedPlan('lozenge', { lozengeHold: 12 }), given).holdEnds).toBe(min(32));
    expect(clockOf(shippedPlan('iv'), given).pumpEnds).toBe(min(60));
    const ended = logged([min(20), { type: 'medicine-given' }], [min(58), { type: 'pump-ended' }]);
    expect(clockOf(shippedPlan('iv'), ended).pumpEnds).toBeUndefined();
    expect(clockOf(three, devices).holdEnds).toBeUndefined();
  });

  it('[CK9] lets leave two hours after a device, counted from the first and from the last', () => {
    expect(clockOf(three, devices).leaving).toEqual({ fromFirst: min(140), fromLast: min(151) });
    expect(clockOf(shippedPlan('iv'), logged([0, { type: 'medicine-given' }])).leaving).toBeUndefined();
  });
});

describe('vitals', () => {
  const states = (log: SessionLog, now: number, times = DEFAULT_TIMES) =>
    clockOf(three, log, now, times).vitals.map(({ at: due, recordedAt, missed }) => [
      due,
      recordedAt,
      missed,
    ]);

  it('[CK8] of a nasal session are due before, at 40 minutes and before leaving', () => {
    const log = logged([min(5), pressure], [min(20), spray(1)], [min(61), pressure], [min(139), pressure]);
    expect(states(log, 140)).toEqual([
      [undefined, min(5), false],
      [min(60), min(61), false],
      [min(140), min(139), false],
    ]);
  });

  it('[CK8] may be measured ten minutes early, and not earlier', () => {
    for (const [early, counts] of [
      [10, true],
      [10.1, false],
    ] as const) {
      const log = logged([min(20), spray(1)], [min(60 - early), pressure]);
      expect(states(log, 61)[1]?.[1] !== undefined).toBe(counts);
    }
  });

  // windowsOf() without the half: red
  it('[CK8] count for the nearest where two are due close together', () => {
    const times = withVitals('nasal', { minutes: [20, 24] });
    const log = logged([min(20), spray(1)], [min(40), pressure], [min(42), pressure]);
    expect(states(log, 50, times).map(([, recorded]) => recorded)).toEqual([
      undefined,
      min(40),
      min(42),
      undefined,
    ]);
  });

  // wantedVitals() without withLeaving(): red, the one at 120 minutes is missed the moment it is due
  it('[CK8] that are due in the minute of leaving are measured once, and are not missed before', () => {
    const times = withVitals('nasal', { before: false, minutes: [40, 120] });
    const log = logged([min(20), spray(1)], [min(61), pressure]);
    const due = (early: number) =>
      clockOf(
        three,
        logged([min(20), spray(1)], [min(61), pressure], [min(140 - early), pressure]),
        141,
        times,
      ).vitals[1];
    expect(clockOf(three, log, 150, times).vitals).toEqual([
      { moment: 'at', minutes: 40, at: min(60), recordedAt: min(61), missed: false },
      { moment: 'leaving', minutes: 120, at: min(140), recordedAt: undefined, missed: false },
    ]);
    expect([due(10)?.recordedAt, due(11)?.recordedAt]).toEqual([min(130), undefined]);
    const later = {
      ...times,
      vitals: { ...times.vitals, nasal: { before: false, minutes: [150], leaving: true } },
    };
    expect(clockOf(three, log, 100, later).vitals.map(({ moment, at: when }) => [moment, when])).toEqual([
      ['leaving', min(170)],
    ]);
  });

  it('[CK8] are corrected, not measured again, by a correction', () => {
    const log = logged(
      [min(20), spray(1)],
      [min(30), pressure],
      [min(61), { ...pressure, systolic: 138, corrects: 1 }],
    );
    expect(states(log, 62)[1]).toEqual([min(60), undefined, false]);
  });

  it('[CK9] stay due until they are done, or the time of the next has come', () => {
    const times = withVitals('nasal', { minutes: [20, 40] });
    const log = logged([min(20), spray(1)]);
    expect(states(log, 49, times).map(([, , missed]) => missed)).toEqual([true, false, false, false]);
    expect(states(log, 50, times).map(([, , missed]) => missed)).toEqual([true, true, false, false]);
    const due = reminders(clockOf(three, log, 45, times), at(45))[0];
    expect(due).toMatchObject({ kind: 'vitals', minutes: 20, at: min(40) });
  });

  const minutesApart = fc.uniqueArray(fc.integer({ min: 1, max: 360 }), { maxLength: 8 });
  const session = fc.record({
    minutes: minutesApart.map((minutes) => minutes.sort((a, b) => a - b)),
    measured: fc
      .array(fc.integer({ min: 0, max: 460 }), { maxLength: 12 })
      .map((all) => all.sort((a, b) => a - b)),
    starts: fc.uniqueArray(fc.integer({ min: 10, max: 60 }), { minLength: 1, maxLength: 3 }),
    by: fc.integer({ min: -600, max: 600 }),
  });
  const eventsOf = ({ measured, starts }: { measured: number[]; starts: number[] }): SessionLog => {
    const sprays = starts
      .sort((a, b) => a - b)
      .map((minute, nth) => [min(minute), spray((nth + 1) as 1 | 2 | 3)] as const);
    const values = measured.map((minute) => [min(minute), pressure] as const);
    return logged(...[...sprays, ...values].sort(([a], [b]) => a - b));
  };

  // windowsOf() with `to: OPEN`: red
  it('[CK8] count a measurement for one of them at most, never for one whose time has not come near', () => {
    fc.assert(
      fc.property(session, (lived) => {
        const times = withVitals('nasal', { minutes: lived.minutes });
        const { vitals, t0 } = clockOf(three, eventsOf(lived), 500, times);
        const counted = vitals.flatMap(({ recordedAt }) => recordedAt ?? []);
        // Two measurements of the same minute are two.
        for (const place of new Set(counted)) expect(counted.filter((each) => each === place).length).toBe(1);
        for (const { moment, at: due, recordedAt } of vitals) {
          if (recordedAt === undefined) continue;
          if (moment === 'before') expect(recordedAt).toBeLessThan(t0 ?? 0);
          else expect(recordedAt).toBeGreaterThanOrEqual((due ?? 0) - (moment === 'at' ? 600 : 1800));
        }
      }),
    );
  });

  it('[CK5] [CK9] all times but those of single devices shift with T0, and leaving never comes before its two hours', () => {
    fc.assert(
      fc.property(session, (lived) => {
        const log = eventsOf({ ...lived, measured: [] });
        const before = clockOf(three, log, 500);
        const first = before.given[0];
        if (first === undefined) return;
        const givenAt = first.at + lived.by;
        const correction: EventBody = { type: 'medicine-corrected', givenAt, note: '', corrects: first.seq };
        const [place] = logged([min(500), correction]);
        if (place === undefined) return;
        const now = clockOf(three, [...log, { ...place, seq: log.length }], 500);
        expect(now.t0).toBe(Math.min(givenAt, ...before.given.slice(1).map((given) => given.at)));
        const last = Math.max(...now.given.map((given) => given.at));
        expect(now.leaving).toEqual({ fromFirst: (now.t0 ?? 0) + 7200, fromLast: last + 7200 });
        if (now.nextDevice !== undefined) expect(now.nextDevice.from).toBe(last + DEVICE_GAP);
      }),
    );
  });

  it('[CK9] are told in order of time, all of them or something after them', () => {
    fc.assert(
      fc.property(session, fc.integer({ min: 0, max: 500 }), (lived, now) => {
        const clock = clockOf(three, eventsOf(lived), now, withVitals('nasal', { minutes: lived.minutes }));
        const told = reminders(clock, at(now));
        const places = told.map((each) => Number(each.at ?? 0));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        const open = clock.vitals.filter(({ recordedAt, missed }) => recordedAt === undefined && !missed);
        expect(told.filter(({ kind }) => kind === 'vitals').length).toBe(open.length);
      }),
    );
  });
});
