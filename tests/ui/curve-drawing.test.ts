import { describe, expect, it } from 'vitest';
import { sessionTimeOf as at } from '#session/units.ts';
import { curvePath, placeOfStep, tideUnder } from '../../src/ui/mixer/curve-drawing.ts';

const spans = [
  { phase: 'onset', from: at(0), to: at(60) },
  { phase: 'peak', from: at(60), to: at(1200) },
  { phase: 'rest', from: at(1200), to: at(1300) },
];
const numbers = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(([each]) => Number(each));

describe('the drawing of a bed through the phases', () => {
  it('lies where the knobs lie: the loudest at the top, silence at the bottom', () => {
    expect([6, -25].map(placeOfStep)).toEqual([0, 1]);
    expect(placeOfStep(0)).toBeCloseTo(6 / 31, 6);
  });

  // Mutant: curvePath() that forgets its last phase -> red.
  it('goes from the first phase to the end of the last, level where nothing is bent', () => {
    const straight = numbers(curvePath({}, spans));
    expect(straight.at(-2)).toBe(3);
    expect(new Set(straight.filter((_, nth) => nth % 2 === 1))).toEqual(new Set([placeOfStep(0)]));
    const bentDown = numbers(curvePath({ rest: -80 }, spans));
    expect([bentDown[1], bentDown.at(-1)]).toEqual([placeOfStep(0), 1]);
  });

  it('stands on a tide on which every phase is as wide as the next', () => {
    const all = numbers(tideUnder(spans));
    const places = all.filter((_, nth) => nth % 2 === 0);
    expect(Math.max(...places)).toBe(3);
    for (const height of all.filter((_, nth) => nth % 2 === 1)) {
      expect(height).toBeGreaterThanOrEqual(0);
      expect(height).toBeLessThanOrEqual(1);
    }
  });
});
