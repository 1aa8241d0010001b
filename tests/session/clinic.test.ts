import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TAGS, DEFAULT_TIMES } from '#session/clinic.ts';
import { tagsOf, timesOf } from '#session/clinic-reading.ts';
import { entriesOf } from '#session/entries.ts';
import { doubtsAbout, isWhole, POSSIBLE, TYPED, type Vitals } from '#session/vitals.ts';
import { logOf, parseLog } from '#session/log-reading.ts';
import type { SessionLog } from '#session/log.ts';
import { milestones } from '#session/milestones.ts';
import { summaryOf } from '#session/record-summary.ts';
import { buildRecord } from '#session/record.ts';
import { sessionTimeOf } from '#session/units.ts';
import { evenGuide } from '../helpers/guide.ts';
import { logged, min, shippedPlan, timelineOf } from '../helpers/sessions.ts';

/** A nasal session as a nurse might write it down. */
const log = logged(
  [0, { type: 'item-checked', list: 'arrival', item: 'ride-home', checked: true }],
  [0, { type: 'begun-despite', items: ['consent'], rules: [], reason: 'signed on paper' }],
  [0, { type: 'rule-waived', rule: 'breath-holds' }],
  [min(2), { type: 'vitals-recorded', systolic: 128, diastolic: 79, pulse: 72, spo2: 97, sedation: 0 }],
  [min(3), { type: 'pump-ended' }],
  [min(20), { type: 'device-started', device: 1 }],
  [min(22), { type: 'medicine-corrected', givenAt: min(19), note: 'tapped late', corrects: 5 }],
  [min(23), { type: 'noted', text: 'asked for the blanket', tag: 'own.body' }],
  [min(24), { type: 'noted', text: 'asked for a second blanket', corrects: 7 }],
  [min(25), { type: 'vitals-recorded', systolic: 126, diastolic: 79, note: 'left arm', corrects: 3 }],
  [min(140), { type: 'left', despite: ['steady'], reason: 'carried by two' }],
);

describe('what a clinic writes down', () => {
  it('[CK1] is read again as it was', () => {
    expect(parseLog(JSON.stringify(log))).toEqual({ ok: true, value: log });
  });

  // courseAfter() that takes the pump's end for the medicine: red
  it('[CK1] changes no sound', () => {
    const plan = shippedPlan('nasal');
    const sounding = log.filter(({ type }) => type === 'device-started');
    expect(timelineOf(plan, log)).toEqual(timelineOf(plan, sounding));
  });

  it('[CK10] says what it says now, and what it said before', () => {
    const log = logged(
      [min(1), { type: 'noted', text: 'restles' }],
      [min(2), { type: 'noted', text: 'restless', corrects: 0 }],
      [min(3), { type: 'noted', text: 'hands open' }],
      [min(4), { type: 'noted', text: 'restless, then calm', corrects: 1 }],
      [min(5), { type: 'noted', text: 'a slip', corrects: 0 }],
      [min(5, 4), { type: 'undone', undoes: 4 }],
    );
    const told = entriesOf(log, 'noted').map(({ at, says, said }) => [
      at,
      says.text,
      said.map(({ text }) => text),
    ]);
    expect(told).toEqual([
      [min(1), 'restless, then calm', ['restles', 'restless']],
      [min(3), 'hands open', []],
    ]);
  });
});

describe('a correction', () => {
  const iv = shippedPlan('iv');
  const recordOf = (log: SessionLog) => buildRecord({ id: 'one', plan: iv, beganMs: 0, log }, evenGuide);
  const notesOf = (log: SessionLog) => [
    entriesOf(log, 'noted').map(({ says, said }) => [says.text, said.map(({ text }) => text)]),
    recordOf(log).notes.map(({ value, earlier }) => [value.text, earlier.map((one) => one.value.text)]),
  ];
  const givenBy = (log: SessionLog) => [
    milestones(iv, log, DEFAULT_TIMES, sessionTimeOf(0)).t0,
    recordOf(log).given,
    summaryOf({ id: 'one', plan: iv, beganMs: 0, log }).given,
  ];

  // `folded` whose roots are those in force alone: red, the last word is lost
  it('[CK10] [RE4] of a correction that was taken back still counts, on the screen as in the record', () => {
    const log = logged(
      [min(1), { type: 'noted', text: 'restles' }],
      [min(2), { type: 'noted', text: 'restless?', corrects: 0 }],
      [min(3), { type: 'noted', text: 'restless', corrects: 1 }],
      [min(4), { type: 'undone', undoes: 1 }],
    );
    expect(notesOf(log)).toEqual([[['restless', ['restles']]], [['restless', ['restles']]]]);
  });

  // `folded` that begins an entry with any event: red
  it('[CK10] [RE4] goes with what was taken back, on the screen as in the record', () => {
    const log = logged(
      [min(1), { type: 'noted', text: 'restles' }],
      [min(2), { type: 'noted', text: 'restless', corrects: 0 }],
      [min(3), { type: 'undone', undoes: 0 }],
    );
    expect(notesOf(log)).toEqual([[], []]);
  });

  // `about` without a target that is its own number: red, the record has a T0 and the clock has none
  it('[CK6] [RE4] of a medicine that was taken back makes no T0, on the clock as in the record', () => {
    const given = [min(20), { type: 'medicine-given' }] as const;
    const corrected = [min(21), { type: 'medicine-corrected', givenAt: min(18), note: 'late' }] as const;
    expect(givenBy(logged(given, corrected))).toEqual([min(18), min(18), min(18)]);
    const back = logged(given, corrected, [min(22), { type: 'undone', undoes: 0 }]);
    expect(givenBy(back)).toEqual([undefined, undefined, undefined]);
  });
});

describe('a number that is typed', () => {
  const asked = (vitals: Vitals) =>
    doubtsAbout(vitals).map(({ typed, value, meant, canStay }) => [typed, value, meant, canStay]);

  it('[CK11] is asked about where a finger may have slipped', () => {
    expect(asked({ systolic: 12, diastolic: 80 })).toEqual([['systolic', 12, 120, false]]);
    expect(asked({ systolic: 1288 })).toEqual([['systolic', 1288, 128, false]]);
    expect(asked({ pulse: 7 })).toEqual([['pulse', 7, 70, false]]);
    expect(asked({ spo2: 977 })).toEqual([['spo2', 977, 97, false]]);
    expect(asked({ systolic: 79, diastolic: 128 })).toEqual([['systolic', 79, 128, true]]);
  });

  it('[CK11] is never asked about because it is high or low', () => {
    for (const vitals of [
      { systolic: 212, diastolic: 131, pulse: 171, spo2: 82 },
      { systolic: 71, diastolic: 40, pulse: 38, spo2: 71 },
      { sedation: 5 },
      {},
    ])
      expect(asked(vitals)).toEqual([]);
  });

  const figures = fc.record(
    Object.fromEntries(TYPED.map((typed) => [typed, fc.integer({ min: 0, max: 9999 })])),
    { requiredKeys: [] },
  );

  it('[CK11] is one that the log takes, once nothing about it is asked', () => {
    fc.assert(
      fc.property(figures, (vitals: Vitals) => {
        const settled: Vitals = { ...vitals };
        for (const { typed, canStay } of doubtsAbout(vitals)) if (!canStay) delete settled[typed];
        expect(logOf([{ type: 'vitals-recorded', at: 0, ...settled }]).ok).toBe(true);
      }),
    );
  });

  it('[CK11] is whole once no digit could follow', () => {
    for (const typed of TYPED)
      for (let value = 0; value <= 999; value++)
        expect(isWhole(typed, String(value))).toBe(value * 10 > POSSIBLE[typed].most);
  });
});

describe('what a clinic has set', () => {
  it('[CK8] is read again as it was kept, and nothing else is', () => {
    expect(timesOf(JSON.parse(JSON.stringify(DEFAULT_TIMES)))).toEqual(DEFAULT_TIMES);
    expect(tagsOf([...DEFAULT_TAGS, { id: 'own.1', name: 'hand on the belly' }])?.length).toBe(6);
    const nasal = { ...DEFAULT_TIMES.vitals.nasal, minutes: [40, 20] };
    expect(timesOf({ ...DEFAULT_TIMES, vitals: { ...DEFAULT_TIMES.vitals, nasal } })).toBeUndefined();
    expect(tagsOf([{ id: 'own.1', name: '' }])).toBeUndefined();
    expect([timesOf(undefined), tagsOf('tearful')]).toEqual([undefined, undefined]);
  });
});
