import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhaseSpan } from '#session/phases.ts';
import { PHASES } from '#session/plan.ts';
import { tideCurve, tideHeight, tideHeights } from '#session/tide.ts';
import { OPEN, sessionTimeOf, START, type SessionTime } from '#session/units.ts';

const minutes = (phase: string, length: number) => ({ phase, length: length * 60 });

function spansOf(...parts: { phase: string; length: number }[]): PhaseSpan[] {
  let from = START;
  return parts.map(({ phase, length }) => {
    const to = sessionTimeOf(from + length);
    const span = { phase, from, to };
    from = to;
    return span;
  });
}

const infusion = spansOf(
  minutes('preparation', 20),
  minutes('onset', 20),
  minutes('peak', 18),
  minutes('plateau', 12),
  minutes('reentry', 30),
  minutes('rest', 20),
);
const anySpans = fc
  .array(
    fc.record({
      phase: fc.oneof(fc.constantFrom(...PHASES), fc.constantFrom('settle', 'scan', 'close')),
      length: fc.double({ min: 0.5, max: 7200, noNaN: true }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => spansOf(...parts));

const sign = (heights: readonly number[]) =>
  heights.slice(1).map((height, nth) => Math.sign(Math.round((height - (heights[nth] ?? 0)) * 1e9)));

describe('the tide', () => {
  it('[S1] stays between low water and flood, whatever is lived', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const heights = tideHeights(tideCurve(spans), 300);
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...heights)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('[S2] rises once and ebbs once in a session that goes as planned, highest in the peak', () => {
    const tide = tideCurve(infusion);
    const heights = tideHeights(tide, 400);
    const turns = sign(heights).filter((way, nth, all) => nth > 0 && way !== all[nth - 1]);
    expect(turns).toHaveLength(1);
    const crest = tide.reduce((highest, knot) => (knot.height > highest.height ? knot : highest));
    expect(crest.at).toBe(49 * 60);
  });

  it('[S2] never passes a knot by: between two knots it only rises or only falls', () => {
    fc.assert(
      fc.property(anySpans, fc.double({ min: 0, max: 1, noNaN: true }), (spans, share) => {
        const tide = tideCurve(spans);
        for (const [nth, knot] of tide.slice(1).entries()) {
          const before = tide[nth] ?? knot;
          const height = tideHeight(tide, sessionTimeOf(before.at + (knot.at - before.at) * share));
          expect(height).toBeGreaterThanOrEqual(Math.min(before.height, knot.height) - 1e-9);
          expect(height).toBeLessThanOrEqual(Math.max(before.height, knot.height) + 1e-9);
        }
      }),
    );
  });

  it('[S2] keeps its shape after a preparation of one second', () => {
    const hurried = tideCurve(
      spansOf(minutes('preparation', 1 / 60), minutes('onset', 25), minutes('peak', 20)),
    );
    const rises = sign(tideHeights(hurried, 60).slice(0, 40));
    expect(rises.every((way) => way === 1)).toBe(true);
    const middle = hurried.find(({ height }) => height === 0.4);
    expect(middle?.slope).toBeGreaterThan(0.4 / 1500);
  });

  it('[S3] begins and ends at low water', () => {
    const heights = tideHeights(tideCurve(infusion), 50);
    expect([heights[0], heights.at(-1)].every((height) => height !== undefined && height < 0.1)).toBe(true);
  });

  it('[S4] has no jumps: a second never changes it by more than the steepest phase could', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const tide = tideCurve(spans);
        const end = tide.at(-1)?.at ?? START;
        const near = (at: number) => tideHeight(tide, sessionTimeOf(at));
        for (const { at } of tide) expect(Math.abs(near(at - 1e-6) - near(at + 1e-6))).toBeLessThan(1e-4);
        expect(near(end + 100)).toBe(near(end));
      }),
    );
  });

  it('[S5] slides with its session', () => {
    const slid = infusion.map((span) => ({
      ...span,
      from: sessionTimeOf(span.from + 500),
      to: sessionTimeOf(span.to + 500),
    }));
    const at = (place: number) => sessionTimeOf(place) satisfies SessionTime;
    for (const place of [0, 700, 2900, 5000])
      expect(tideHeight(tideCurve(slid), at(place + 500))).toBeCloseTo(
        tideHeight(tideCurve(infusion), at(place)),
        9,
      );
  });

  it('[S6] swells in the middle of a practice whose phases nobody described', () => {
    const tide = tideCurve(spansOf(minutes('settle', 2), minutes('scan', 6), minutes('close', 2)));
    const middle = tideHeight(tide, sessionTimeOf(300));
    expect(middle).toBeGreaterThan(0.8);
    expect(tideHeight(tide, START)).toBeLessThan(0.1);
    expect(tideHeight(tide, sessionTimeOf(600))).toBeLessThan(0.1);
  });

  it('[S7] leaves out a phase without a known end', () => {
    expect(tideCurve([{ phase: 'preparation', from: START, to: OPEN }])).toEqual([]);
    expect(tideHeights([], 3)).toEqual([0, 0, 0]);
  });

  it('[S8] draws stretches of one phase that meet as one', () => {
    const parted = spansOf(minutes('onset', 5), minutes('onset', 15), minutes('peak', 18));
    const whole = spansOf(minutes('onset', 20), minutes('peak', 18));
    expect(tideCurve(parted)).toEqual(tideCurve(whole));
  });
});
