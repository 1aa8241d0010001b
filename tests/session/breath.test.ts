import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breathAt, breathLength, COHERENT, type BreathPattern } from '#session/breath.ts';
import { sessionTimeOf as at } from '#session/units.ts';

const part = fc.integer({ min: 5, max: 300 }).map((tenths) => tenths / 10);
const rest = fc.oneof(fc.constant(0), part);
const patterns = fc.tuple(part, rest, part, rest) as fc.Arbitrary<BreathPattern>;
const moments = fc.double({ min: 0, max: 10_000, noNaN: true });
const ORDER = ['in', 'full', 'out', 'empty'];

describe('breathAt', () => {
  it('[B1] is one part of one breath at every moment', () => {
    fc.assert(
      fc.property(patterns, moments, moments, (pattern, origin, moment) => {
        const { part: name, progress, fullness, breath } = breathAt(pattern, at(origin), at(moment));
        expect(ORDER).toContain(name);
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(1);
        expect(fullness).toBeGreaterThanOrEqual(0);
        expect(fullness).toBeLessThanOrEqual(1);
        expect(Number.isInteger(breath) && breath >= 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('[B1] goes through its parts in order, and counts', () => {
    fc.assert(
      fc.property(patterns, fc.nat(200), (pattern, nth) => {
        const starts = nth * breathLength(pattern);
        let into = 0;
        for (const [index, length] of pattern.entries()) {
          if (length === 0) continue;
          const middle = breathAt(pattern, at(0), at(starts + into + length / 2));
          expect([middle.part, middle.breath]).toEqual([ORDER[index], nth]);
          expect(middle.progress).toBeCloseTo(0.5, 5);
          into += length;
        }
      }),
      { numRuns: 300 },
    );
  });

  // `eased` without its half: red
  it('[B2] fills and empties without a jump', () => {
    fc.assert(
      fc.property(patterns, moments, (pattern, moment) => {
        const one = breathAt(pattern, at(0), at(moment)).fullness;
        const next = breathAt(pattern, at(0), at(moment + 0.01)).fullness;
        // A cosine is never steeper than π/2 of its length, and no part that moves is shorter than half a second.
        expect(Math.abs(next - one)).toBeLessThan((0.01 * Math.PI) / 2 / 0.5 + 1e-6);
      }),
      { numRuns: 1000 },
    );
  });

  it('[B2] is empty, half full and full where it should be', () => {
    const full = [0, 2.5, 5, 7.5, 10].map((seconds) => breathAt(COHERENT, at(3), at(3 + seconds)).fullness);
    for (const [nth, value] of [0, 0.5, 1, 0.5, 0].entries()) expect(full[nth]).toBeCloseTo(value, 9);
  });

  it('[B3] rests at empty before it begins', () => {
    expect(breathAt(COHERENT, at(10), at(9))).toEqual({ part: 'empty', progress: 0, fullness: 0, breath: 0 });
  });
});
