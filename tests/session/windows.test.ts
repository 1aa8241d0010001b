import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUESTIONS, questionFor, sessionOf, windowAfter, type PastSession } from '#session/windows.ts';
import { NOON } from '../helpers/journal.ts';

const HOUR = 3_600_000;
const session = (id: string, change: Partial<PastSession> = {}): PastSession => ({
  id,
  beganMs: NOON - 2 * HOUR,
  endedMs: NOON,
  day: '2026-11-25',
  medicine: true,
  ...change,
});
const at = (hours: number, day = '2026-12-01') => ({ atMs: NOON + hours * HOUR, day });

describe('the windows after a session', () => {
  it.each([
    [-0.1, undefined],
    [0, 'first-days'],
    [47.99, 'first-days'],
    [48, 'strongest'],
    [71.99, 'strongest'],
    [72, 'two-weeks'],
    [335.99, 'two-weeks'],
    [336, undefined],
  ] as const)('[J4] %d hours after its end: %s', (hours, window) => {
    expect(windowAfter(NOON, NOON + hours * HOUR)).toBe(window);
  });

  it('[J4] follow one another without a hole', () => {
    const order = [undefined, 'first-days', 'strongest', 'two-weeks', undefined];
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 400, noNaN: true }), { minLength: 2 }), (hours) => {
        const lived = hours.sort((a, b) => a - b).map((hour) => windowAfter(NOON, NOON + hour * HOUR));
        let nth = 0;
        for (const window of lived) {
          while (nth < order.length && order[nth] !== window) nth += 1;
          expect(order[nth]).toBe(window);
        }
      }),
    );
  });
});

describe('a page', () => {
  it('[J5] belongs to the last session after medicine, for two weeks', () => {
    const [first, last] = [
      session('a', { beganMs: NOON - 90 * HOUR, endedMs: NOON - 88 * HOUR }),
      session('b'),
    ];
    expect(sessionOf([last, first], at(30))?.id).toBe('b');
    expect(sessionOf([last, first], at(-30))?.id).toBe('a');
    expect(sessionOf([last, first], at(14 * 24))?.id).toBeUndefined();
  });

  // Mutant: sessionOf() that asks the day first -> red: a practice would hide the session of five days ago.
  it('[J5] belongs to a practice of its day only where no window is open', () => {
    const practice = session('p', {
      beganMs: NOON + 120 * HOUR,
      endedMs: NOON + 121 * HOUR,
      day: '2026-11-30',
      medicine: false,
    });
    expect(sessionOf([session('s'), practice], at(122, '2026-11-30'))?.id).toBe('s');
    expect(sessionOf([practice], at(122, '2026-11-30'))?.id).toBe('p');
    expect(sessionOf([practice], at(150, '2026-12-01'))).toBeUndefined();
    expect(sessionOf([session('s')], at(-3, '2026-11-25'))?.id).toBe('s'); // written that morning
  });
});

describe('what is asked', () => {
  it('[J6] is of the window, and each of its questions comes once before one comes again', () => {
    for (const window of ['first-days', 'strongest', 'two-weeks', undefined] as const) {
      const all: readonly string[] = QUESTIONS[window ?? 'always'];
      const asked = all.map((_, turn) => questionFor(window, '2026-11-25', turn));
      expect([...asked].sort()).toEqual([...all].sort());
      expect(questionFor(window, '2026-11-26', 0)).toBe(questionFor(window, '2026-11-25', 1));
    }
  });

  it('[J6] has an id that is in one window only', () => {
    const ids: readonly string[] = Object.values(QUESTIONS).flat();
    expect(new Set(ids).size).toBe(ids.length);
  });
});
