import { describe, expect, it } from 'vitest';
import { isRegion, REGIONS, sideOf } from '#session/regions.ts';

describe('the regions of a body scan', () => {
  it('are 22, each once, from the toes to the whole', () => {
    expect(new Set(REGIONS).size).toBe(22);
    expect([REGIONS[0], REGIONS.at(-1)]).toEqual(['left-toes', 'whole']);
  });

  it('have a side where they have one', () => {
    const sides = REGIONS.map(sideOf);
    expect(sides.filter((side) => side === 'left').length).toBe(5);
    expect(sides.filter((side) => side === 'right').length).toBe(5);
    expect(sideOf('belly')).toBeUndefined();
  });

  it('are told from other names', () => {
    expect(['left-knee', 'knee', 'toString', ''].map(isRegion)).toEqual([true, false, false, false]);
  });
});
