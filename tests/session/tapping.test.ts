import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tappedDelay, TICK_EVERY, TICKS } from '#session/tapping.ts';

const FIRST = 12.34;
/** Somebody who taps along, so much late, each tap off by what `jitter` says. */
const taps = (late: number, jitter: readonly number[] = []) =>
  Array.from({ length: TICKS }, (_, nth) => FIRST + nth * TICK_EVERY + late + (jitter[nth] ?? 0));

describe('tapping along', () => {
  it('[K12] tells a delay beyond what the device says, and how even the taps were', () => {
    const measured = tappedDelay(FIRST, taps(0.25, [0, 0, 0.02, -0.02, 0.01, -0.01, 0, 0]), 0.04);
    expect(measured.kind).toBe('delay');
    if (measured.kind !== 'delay') return;
    expect(measured.delay).toBeCloseTo(0.21, 6);
    expect(measured.spread).toBeCloseTo(0.01, 6);
  });

  // median() that takes the mean: red
  it('[K12] is not moved by one slip, nor by the first taps', () => {
    const slip = tappedDelay(FIRST, taps(0.2, [0.3, -0.1, 0, 0, 0.35, 0, 0, 0]), 0);
    expect(slip).toMatchObject({ kind: 'delay' });
    expect(slip.kind === 'delay' && slip.delay).toBeCloseTo(0.2, 6);
  });

  it('[K12] tells nothing from too few or too uneven taps', () => {
    expect(tappedDelay(FIRST, [], 0)).toEqual({ kind: 'too-few' });
    expect(tappedDelay(FIRST, taps(0.1).slice(0, 5), 0)).toEqual({ kind: 'too-few' });
    expect(tappedDelay(FIRST, taps(0.1, [0, 0, 0.2, -0.1, 0.3, 0, 0.25, -0.2]), 0).kind).toBe('too-uneven');
  });

  it('[K12] takes a tap that comes a little before its tick for no delay at all', () => {
    expect(tappedDelay(FIRST, taps(-0.03), 0)).toMatchObject({ kind: 'delay', delay: 0 });
  });

  // offsetOf() without EARLY: red; LONGEST_DELAY of 1: red
  it('[K12] finds any delay a device may have, within the jitter of the hand', () => {
    const jitter = fc.array(fc.double({ min: -0.04, max: 0.04, noNaN: true }), {
      minLength: TICKS,
      maxLength: TICKS,
    });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.55, noNaN: true }), jitter, (late, off) => {
        const measured = tappedDelay(FIRST, taps(late, off), 0.03);
        if (measured.kind !== 'delay') throw new Error(measured.kind);
        const expected = Math.min(0.4, Math.max(0, late - 0.03));
        expect(Math.abs(measured.delay - expected)).toBeLessThanOrEqual(0.04 + 1e-9);
        expect(measured.spread).toBeLessThanOrEqual(0.06);
      }),
      { numRuns: 500, seed: 3 },
    );
  });
});
