import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARS, type Ears } from '#session/checked.ts';
import { earsOf, HEARD, trialSides, type Heard, type Side } from '#session/ears.ts';

const SIDES: readonly Side[] = ['left', 'right', 'right', 'left'];
const judged = (...heard: readonly Heard[]) =>
  earsOf(heard.map((each, nth) => ({ meant: SIDES[nth] ?? 'left', heard: each })));

describe('the ears', () => {
  it.each<[Ears, readonly Heard[]]>([
    ['right', ['left', 'right', 'right', 'left']],
    ['swapped', ['right', 'left', 'left', 'right']],
    ['mono', ['both', 'both', 'both', 'both']],
    ['mono', ['both', 'left', 'both', 'both']],
    ['nothing', ['neither', 'neither', 'neither', 'neither']],
    ['nothing', ['neither', 'neither', 'right', 'neither']],
    ['left-silent', ['neither', 'right', 'right', 'neither']],
    ['right-silent', ['left', 'neither', 'neither', 'left']],
    ['unclear', ['left', 'right', 'right', 'right']],
    ['unclear', ['left', 'both', 'both', 'left']],
    ['unclear', []],
  ])('[K11] are %s when they heard %j', (ears, heard) => {
    expect(judged(...heard)).toBe(ears);
  });

  // earsOf() that lets three right answers pass: red
  it('[K11] pass by four right answers and by nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...HEARD), { minLength: 4, maxLength: 4 }),
        (heard) => (judged(...heard) === 'right') === heard.every((each, nth) => each === SIDES[nth]),
      ),
      { numRuns: 256, seed: 1 },
    );
    expect(EARS).toContain(judged('left', 'neither', 'both', 'right'));
  });

  it('[K11] are tried in every order, each side as often as the other', () => {
    const orders = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 3, maxLength: 3 }), (throws) => {
        let nth = 0;
        const sides = trialSides(() => (throws[nth++] ?? 0) / 1000);
        orders.add(sides.join(' '));
        expect([...sides].sort()).toEqual(['left', 'left', 'right', 'right']);
      }),
      { numRuns: 300, seed: 2 },
    );
    expect(orders.size).toBe(6);
  });
});
