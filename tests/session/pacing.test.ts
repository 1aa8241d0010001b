import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REST_BETWEEN } from '#session/cues.ts';
import { fitted, MUST, type Passage, type Said } from '#session/pacing.ts';

const anyPassages = fc
  .array(
    fc.record({
      duration: fc.double({ min: 1, max: 15, noNaN: true }),
      weight: fc.double({ min: 0.3, max: 3, noNaN: true }),
      rank: fc.integer({ min: MUST, max: 8 }),
      talk: fc.constantFrom('full' as const, 'sparse' as const),
    }),
    { minLength: 2, maxLength: 60 },
  )
  .map((list) => list.map((each, nth): Passage => ({ ...each, line: `line-${nth}` })));
const anyLength = fc.integer({ min: 60, max: 2700 });
const anyLongest = fc.constantFrom(20, 40, 90);

const linesOf = (said: readonly Said[]) => said.map(({ line }) => line);
const sparseOf = (said: readonly Said[]) => said.filter(({ talk }) => talk === 'sparse');
const silences = (said: readonly Said[]) =>
  said.slice(1).map(({ at }, nth) => at - (said[nth]?.at ?? 0) - (said[nth]?.duration ?? 0));

/** Judges what became of random passages, at the least amount of talk and at the most. */
function always(
  judge: (said: Said[], from: { passages: Passage[]; length: number; longest: number }) => void,
) {
  fc.assert(
    fc.property(anyPassages, anyLength, anyLongest, (passages, length, longest) => {
      judge(fitted(passages, length, longest), { passages, length, longest });
    }),
    { numRuns: 500 },
  );
}

describe('fitting what is said into a length', () => {
  it('[U1] keeps the order, says nothing twice, begins at once and ends on time', () => {
    always((said, { passages, length }) => {
      const order = passages.filter(({ line }) => linesOf(said).includes(line));
      expect(linesOf(said)).toEqual(order.map(({ line }) => line));
      const last = said.at(-1);
      expect(said[0]?.at).toBe(0);
      if (said.length > 1 && last !== undefined) expect(last.at + last.duration).toBeCloseTo(length, 0);
    });
  });

  // shares() without Math.max(least, …): red; chosen() without the rest: red
  it('[U2] leaves silences of 3 s to the longest that was chosen; longer ones, all alike, where all is said', () => {
    always((said, { passages, longest }) => {
      for (const spoken of [said, sparseOf(said)]) {
        const rests = silences(spoken);
        expect(Math.min(...rests, REST_BETWEEN)).toBeGreaterThanOrEqual(REST_BETWEEN);
        if (Math.max(0, ...rests) <= longest) continue;
        expect(said.length).toBe(passages.length);
        expect(Math.max(...silences(sparseOf(said))) - Math.min(...silences(sparseOf(said)))).toBeLessThan(
          0.3,
        );
      }
    });
  });

  // fitted() without MEANT_FOR_FULL: red
  it('[U3] says at sparse what is meant for full only once all that is meant for sparse is said', () => {
    always((_, { passages, length, longest }) => {
      const even = passages.map((passage) => ({ ...passage, duration: 5 }));
      const sparse = new Set(linesOf(sparseOf(fitted(even, length, longest))));
      const unsaid = even.filter(({ line, talk }) => talk === 'sparse' && !sparse.has(line));
      const promoted = even.filter(
        ({ line, talk, rank }) => talk === 'full' && rank > MUST && sparse.has(line),
      );
      if (promoted.length > 0) expect(unsaid).toEqual([]);
    });
  });

  it('[U4] says a must wherever it fits, and of others the lower rank first', () => {
    const passage = (line: string, rank: number): Passage => ({
      line,
      rank,
      duration: 5,
      weight: 1,
      talk: 'sparse',
    });
    const passages = ['a', 'b', 'c', 'd', 'e', 'f'].map((line, nth) =>
      passage(line, nth % 2 === 0 ? MUST : nth),
    );
    const atSparse = (length: number) => linesOf(sparseOf(fitted(passages, length, 20))).join('');
    expect(atSparse(20)).toBe('ae');
    expect(atSparse(45)).toBe('ace');
    expect(atSparse(68)).toBe('abce');
    expect(atSparse(89)).toBe('abcde');
    expect(atSparse(110)).toBe('abcdef');
  });
});
