import { afterAll, expect } from 'vitest';

/** How many harmed files of all six kinds together; `npm run reliability` asks for ten thousand. */
const RUNS = Number(process.env['RUNS'] ?? 1000);
/** How many of one kind. */
export const SHARE = Math.ceil(RUNS / 6);
/** Of one kind, in milliseconds. */
export const PATIENCE = 60_000 + SHARE * 100;

const LONGEST_SENTENCE = 600;
/** What only a machine says. */
const FOREIGN =
  /undefined|\[object|NaN|Infinity|Exception|Error|Invalid|=>|function|native code|\bat \S+:\d+/;
const UNSHOWN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

/** What is said of a refusal is one clear sentence, for people. */
export function expectClear(sentence: string): void {
  expect(sentence).toMatch(/^\S.*\S\.$/);
  expect(sentence.length).toBeLessThan(LONGEST_SENTENCE);
  expect(sentence).not.toMatch(FOREIGN);
  expect(sentence).not.toMatch(UNSHOWN);
}

/** Counts what became of the files of a kind; in the end some of each were seen, and in the long form it is told. */
export function tallied(kind: string) {
  const tally = { taken: 0, refused: 0 };
  afterAll(() => {
    const { taken, refused } = tally;
    expect(Math.min(taken, refused)).toBeGreaterThan(0);
    if (RUNS >= 10_000)
      console.log(
        `${taken + refused} harmed imports of ${kind}: ${taken} taken whole, ${refused} refused whole`,
      );
  });
  return tally;
}
