import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratePoints, rateScale } from '#ui/screens/days/breath-line.ts';

const anyRates = fc
  .array(fc.record({ beganMs: fc.nat(1e9), rate: fc.double({ min: 1, max: 20, noNaN: true }) }), {
    minLength: 1,
  })
  .map((all) =>
    all.sort((one, other) => one.beganMs - other.beganMs).map((each) => ({ ...each, day: '2026-11-25' })),
  );

describe('the line of the breath that was chosen', () => {
  // Mutant: the scale not widened for what hardly differs -> fails.
  it('lies in its frame, in order of time, slower lower, on a scale of at least four breaths', () => {
    fc.assert(
      fc.property(anyRates, (rates) => {
        const [slow, quick] = rateScale(rates);
        expect(quick - slow).toBeGreaterThanOrEqual(4);
        const points = ratePoints(rates, { width: 300, top: 10, low: 110 });
        for (const [nth, { x, y }] of points.entries()) {
          expect(x >= 0 && x <= 300 && y >= 10 - 1e-9 && y <= 110 + 1e-9).toBe(true);
          const [before, now] = [rates[nth - 1], rates[nth]];
          if (before === undefined || now === undefined) continue;
          expect(x).toBeGreaterThanOrEqual(points[nth - 1]?.x ?? 0);
          if (now.rate > before.rate) expect(y).toBeLessThanOrEqual(points[nth - 1]?.y ?? 0);
        }
      }),
    );
  });
});
