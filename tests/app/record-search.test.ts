import { describe, expect, it } from 'vitest';
import { found, type Wanted } from '#app/record-search.ts';
import type { RecordSummary } from '#session/record-summary.ts';
import { sessionTimeOf, START } from '#session/units.ts';

function summary(id: string, day: number, change: Partial<RecordSummary> = {}): RecordSummary {
  return {
    id,
    beganMs: new Date(2026, 10, day, 9, 30).getTime(),
    title: id,
    plan: id,
    route: 'nasal',
    from: START,
    to: sessionTimeOf(60),
    given: undefined,
    lived: [],
    breath: undefined,
    words: '',
    ...change,
  };
}

const all = [
  summary('third', 3, { words: 'Mélange of feelings' }),
  summary('second', 2, { route: 'iv' }),
  summary('first', 1, { route: undefined, words: 'quiet' }),
];
const ids = (wanted: Partial<Wanted>) =>
  found(
    all,
    { words: '', route: 'all', from: undefined, to: undefined, ...wanted },
    ({ title, words }) => `${title} ${words}`,
  ).map(({ id }) => id);

describe('looking for records', () => {
  it('finds all of them where nothing is asked for, in their order', () => {
    expect(ids({})).toEqual(['third', 'second', 'first']);
  });

  // Mutant: `some` instead of `every` -> fails.
  it('wants every word, in any case and order, with or without accents', () => {
    expect(ids({ words: 'FEELINGS melange' })).toEqual(['third']);
    expect(ids({ words: 'feelings quiet' })).toEqual([]);
    expect(ids({ words: '  ir  ' })).toEqual(['third', 'first']);
  });

  it('knows routes, practices and days, both days included', () => {
    expect(ids({ route: 'iv' })).toEqual(['second']);
    expect(ids({ route: 'practice' })).toEqual(['first']);
    expect(ids({ from: '2026-11-02', to: '2026-11-02' })).toEqual(['second']);
    expect(ids({ from: '2026-11-02' })).toEqual(['third', 'second']);
    expect(ids({ to: '2026-11-01' })).toEqual(['first']);
  });
});
