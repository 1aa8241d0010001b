import { describe, expect, it } from 'vitest';
import { parseLog } from '#session/log-reading.ts';
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
});
