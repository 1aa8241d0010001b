import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breathGate, breathPlace, startRate, type BreathPlace } from '#session/breath-limits.ts';
import { BREATHS, breaths } from '#session/breath-patterns.ts';
import { breathName, type Breathing } from '#session/breath.ts';
import { misfitOf } from '#session/fitting.ts';
import { ownPatternOf, patternProblem, steppedPart } from '#session/own-pattern.ts';
import { ownRate } from '#session/own-rate.ts';
import { evenGuide } from '../helpers/guide.ts';
import { shippedPlan } from '../helpers/sessions.ts';

const part = fc.integer({ min: 5, max: 300 }).map((tenths) => tenths / 10);

describe('a pattern of one’s own', () => {
  const kept = { v: 1, id: 'one', name: 'Mine', pattern: [3.3, 0, 5.7, 0.5], topUp: 0 } as const;
  const withParts = (pattern: readonly number[], topUp = 0) => ownPatternOf({ ...kept, pattern, topUp });

  it('[B9] is read as it was kept', () => {
    expect(ownPatternOf({ ...kept })).toEqual(kept);
    expect(ownPatternOf(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  // without `check`, without isTooFast in ownPatternOf: each red
  it('[B9] keeps to its bounds', () => {
    expect(withParts([0.5, 0, 30, 30], 0.5)).toBeDefined();
    for (const pattern of [
      [0.4, 0, 6, 0],
      [4, 0.3, 6, 0],
      [4, 0, 30.1, 0],
      [4.05, 0, 6, 0],
      [4, 0, 6],
      [1, 0, 1.5, 0],
    ])
      expect(withParts(pattern)).toBeUndefined();
    expect(withParts([4, 0, 6, 0], 0.2)).toBeUndefined();
    for (const other of [{ v: 2 }, { name: ' ' }, { name: 'x'.repeat(41) }, { id: 5 }])
      expect(ownPatternOf({ ...kept, ...other })).toBeUndefined();
  });

  it('[B9] says what stands against keeping it', () => {
    expect(patternProblem({ ...kept })).toBeUndefined();
    expect(patternProblem({ ...kept, name: '  ' })).toBe('no-name');
    expect(patternProblem({ ...kept, pattern: [1, 0, 1.4, 0], topUp: 0.5 })).toBe('too-fast');
  });

  it('[B9] goes in steps of a tenth of a second from any place a hand can come to', () => {
    fc.assert(
      fc.property(
        part,
        fc.boolean(),
        fc.array(fc.integer({ min: -40, max: 40 })),
        (from, optional, moves) => {
          const to = moves.reduce((length, by) => steppedPart(length, by / 10, optional), from);
          expect(to === 0 ? optional : to >= 0.5 && to <= 30).toBe(true);
          expect(to).toBe(Math.round(to * 10) / 10);
        },
      ),
    );
    expect([steppedPart(0.5, -0.1, true), steppedPart(0.5, -0.1, false)]).toEqual([0, 0.5]);
    expect([steppedPart(0, 0.1, true), steppedPart(2.9, 0.1, true)]).toEqual([0.5, 3]);
  });
});

describe('where a breath may be led', () => {
  const gates = (place: BreathPlace) => BREATHS.map((id) => breathGate(breaths[id], place));
  const allowed = 'allowed';

  it('[B10] everything at home, no sigh in a medicine session, no hold from the medicine to re-entry', () => {
    expect(new Set(gates('home'))).toEqual(new Set([allowed]));
    const before = [allowed, allowed, allowed, allowed, allowed, allowed, 'sigh'];
    expect([gates('preparation'), gates('return')]).toEqual([before, before]);
    const after = [allowed, allowed, allowed, allowed, 'holds', 'holds', 'sigh'];
    expect([gates('medicine'), gates('lozenge')]).toEqual([after, after]);
  });

  it('[B10] nothing strong while a lozenge is in the mouth, nothing fast anywhere', () => {
    const brisk: Breathing = { pattern: [2, 0, 4, 0] };
    expect([breathGate(brisk, 'medicine'), breathGate(brisk, 'lozenge')]).toEqual([allowed, 'strong']);
    const hasty: Breathing = { pattern: [1, 0, 1.9, 0] };
    for (const place of ['home', 'preparation', 'medicine', 'lozenge', 'return'] as const)
      expect(breathGate(hasty, place)).toBe('too-fast');
  });

  it.each([
    [
      'iv',
      'preparation',
      'sigh',
      'phases[0].breath: expected a breath without a top-up in a medicine session',
    ],
    ['iv', 'onset', 'box', 'phases[1].breath: expected a breath without holds from the medicine to re-entry'],
    ['lozenge', 'onset', '4-7-8', 'phases[1].breath: expected a breath without holds from the medicine to'],
  ] as const)('[B10] a plan is told: %s, %s, %s', (route, phase, id, expected) => {
    const plan = shippedPlan(
      route,
      phase === 'onset' ? { onsetBreath: breaths[id] } : { breath: breaths[id] },
    );
    const problem = misfitOf(plan, [], evenGuide);
    expect(`${problem?.place}: expected ${problem?.expected}`).toContain(expected);
    expect(problem?.got).toBe(`"${breathName(breaths[id])}"`);
  });

  it('[B10] a plan may hold the breath before the medicine and in re-entry, and sigh at home', () => {
    expect(misfitOf(shippedPlan('iv', { breath: breaths.box }), [], evenGuide)).toBeUndefined();
    expect(misfitOf(shippedPlan('practice-run', { breath: breaths.sigh }), [], evenGuide)).toBeUndefined();
    expect(['preparation', 'lozenge', 'medicine', 'medicine', 'return', 'return']).toEqual(
      shippedPlan('lozenge').phases.map((_, nth) => breathPlace(shippedPlan('lozenge'), nth)),
    );
  });
});

describe('one’s own rate', () => {
  const every = (length: number, count: number, from = 100) =>
    Array.from({ length: count }, (_, nth) => from + nth * length);

  it('[B12] is known after four breaths, which are five taps', () => {
    expect(ownRate([])).toEqual({ breaths: 0, rate: undefined, note: undefined });
    expect(ownRate(every(4, 1))).toEqual({ breaths: 0, rate: undefined, note: undefined });
    expect(ownRate(every(4, 4))).toEqual({ breaths: 3, rate: undefined, note: undefined });
    expect(ownRate(every(4, 5))).toEqual({ breaths: 4, rate: 15, note: undefined });
  });

  // median() that returns the mean, or `alike` that takes all: each red
  it('[B12] is not spoilt by a tap that was missed, nor by one too many', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 12, noNaN: true }),
        fc.array(fc.double({ min: -0.12, max: 0.12, noNaN: true }), { minLength: 7, maxLength: 7 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('missed', 'double'),
        (length, jitters, nth, slip) => {
          const steady = jitters.map((jitter, each) => (each + jitter) * length);
          const slipped =
            slip === 'missed'
              ? steady.filter((_, each) => each !== nth)
              : steady.flatMap((tap, each) => (each === nth ? [tap, tap + 0.3] : [tap]));
          const { rate } = ownRate(slipped);
          expect((60 / (rate ?? 0) / length).toFixed(0)).toBe('1');
          expect(Math.abs(60 / (rate ?? 0) - length)).toBeLessThan(0.25 * length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('[B12] says what it did not count', () => {
    expect(ownRate([0, 4, 4.3])).toMatchObject({ breaths: 1, note: 'double' });
    expect(ownRate([0, 4, 8, 16.1])).toMatchObject({ breaths: 2, rate: undefined, note: 'missed' });
    expect(ownRate([0, 4, 8, 16.1, 20, 24])).toMatchObject({ breaths: 4, note: undefined });
    expect(ownRate([0, 4, 8, 40])).toEqual({ breaths: 0, rate: undefined, note: 'pause' });
    expect(ownRate([0, 4, 40, 45, 50, 55, 60])).toMatchObject({ breaths: 4, rate: 12 });
    const wild = [0, 2, 10, 13, 25, 27, 36, 38, 50];
    expect(ownRate(wild)).toMatchObject({ note: 'uneven', rate: expect.closeTo(60 / 5.5, 6) as number });
  });

  it('[B12] begins no faster than any breath may be led', () => {
    expect([24, 20, 13.26, 1].map(startRate)).toEqual([20, 20, 13.3, 2]);
    expect(ownRate(every(2.5, 5)).rate).toBeCloseTo(24, 9);
  });
});
