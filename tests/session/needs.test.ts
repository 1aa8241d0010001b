import { describe, expect, it } from 'vitest';
import { practices } from '#session/practices/all.ts';
import { LENGTHS, NEEDS, offersFor } from '#session/practices/needs.ts';
import { PRACTICES } from '#session/practices/shape.ts';

describe('what would help', () => {
  // Mutant: `kindness` offered nothing -> fails; a practice that no need names -> fails.
  it('[N19] has practices for every need, and every practice helps with one', () => {
    const offered = NEEDS.flatMap((need) => {
      const offers = offersFor(need);
      expect(offers.length).toBeGreaterThan(0);
      return offers.map(({ practice }) => practice);
    });
    expect(new Set(offered)).toEqual(new Set(PRACTICES));
  });

  it('[N19] offers each in 5, 10 and 20 minutes, all of which it can be given', () => {
    for (const need of NEEDS)
      for (const { practice, minutes } of offersFor(need)) {
        expect(minutes).toEqual(LENGTHS);
        const { least, most } = practices[practice].minutes;
        expect(Math.min(...minutes) >= least && Math.max(...minutes) <= most).toBe(true);
      }
  });
});
