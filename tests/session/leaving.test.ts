import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TIMES } from '#session/clinic.ts';
import { leavingAt, TOO_EARLY } from '#session/leaving.ts';
import type { EventBody } from '#session/log.ts';
import { milestones } from '#session/milestones.ts';
import { sessionTimeOf } from '#session/units.ts';
import { logged, min, shippedPlan } from '../helpers/sessions.ts';

const plan = shippedPlan('nasal', { devices: 2 });
const item = (id: string) => ({ id, text: id });
const sheet = {
  route: 'nasal' as const,
  checklists: { version: 0, arrival: [], leaving: [item('steady'), item('escort')] },
};
const spray = (device: 1 | 2): EventBody => ({ type: 'device-started', device });
const check = (id: string, checked = true): EventBody => ({
  type: 'item-checked',
  list: 'leaving',
  item: id,
  checked,
});
const leaving = (minute: number, ...events: readonly (readonly [at: number, body: EventBody])[]) => {
  const log = logged([min(20), spray(1)], [min(26), spray(2)], ...events);
  const at = sessionTimeOf(min(minute));
  return leavingAt(sheet, log, milestones(plan, log, DEFAULT_TIMES, at), at);
};

describe('leaving', () => {
  // Mutant: counted from the first device -> red, for at 140 minutes nothing stands against it.
  it('[PR6] is too early until the stay after the last device is over, and open until all is checked', () => {
    expect(leaving(140).against).toEqual([TOO_EARLY, 'steady', 'escort']);
    expect(leaving(145, [min(130), check('steady')]).against).toEqual([TOO_EARLY, 'escort']);
    expect(leaving(146, [min(130), check('steady')]).against).toEqual(['escort']);
    expect(leaving(146, [min(130), check('steady')], [min(131), check('escort')]).against).toEqual([]);
  });

  // Mutant: the log itself instead of what is in force -> red.
  it('[PR6] takes back what was taken back', () => {
    const undone = leaving(
      150,
      [min(130), check('steady')],
      [min(131), check('escort')],
      [min(140), { type: 'left', despite: [] }],
      [min(141), { type: 'undone', undoes: 4 }],
      [min(142), check('steady', false)],
    );
    expect(undone.leftAt).toBeUndefined();
    expect(undone.against).toEqual(['steady']);
  });

  it('[PR6] names exactly what is not done, at any moment', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.boolean(), fc.boolean(), (minute, steady, escort) => {
        const checks = [
          ...(steady ? [[min(30), check('steady')] as const] : []),
          ...(escort ? [[min(31), check('escort')] as const] : []),
        ];
        const { against } = leaving(minute, ...checks);
        expect(against.includes(TOO_EARLY)).toBe(minute < 146);
        expect(against.includes('steady')).toBe(!steady);
        expect(against.includes('escort')).toBe(!escort);
      }),
    );
  });
});
