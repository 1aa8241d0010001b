import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breathLength, partsOf } from '#session/breath.ts';
import { sessionTimeOf as at } from '#session/units.ts';
import { breathCueAt, breathCyclesAt } from '../../../src/audio/players/breath-tone.ts';
import type { BreathSound } from '../../../src/audio/players/contract.ts';
import { areaBetween, breathings, breathsOf } from '../../helpers/breathing.ts';

const sounds = breathings.map((breathing): BreathSound => ({ kind: 'breath', origin: at(11), ...breathing }));

describe('the tone of the breath', () => {
  // fullnessUntil() without `began`, or with the area of a breath that is not slowed: each red
  it('[E41] has turned as often as its pitch says, within a millionth of a turn over twenty minutes', () => {
    fc.assert(
      fc.property(sounds, (sound) => {
        const pitch = (second: number) => breathCueAt(sound, at(sound.origin + second)).hz;
        let turns = 0;
        let worst = 0;
        for (const { from, length } of breathsOf(sound)) {
          let into = from;
          for (const part of partsOf(sound)) {
            const to = into + (part.length * length) / breathLength(sound);
            for (const [begin, end] of quarters(into, to)) {
              turns += areaBetween(pitch, begin, end);
              worst = Math.max(worst, Math.abs(turns - breathCyclesAt(sound, at(sound.origin + end))));
            }
            into = to;
          }
        }
        expect(worst).toBeLessThan(1e-6);
      }),
      { numRuns: 30 },
    );
  });

  it('[E41] turns at its lowest pitch before the first breath', () => {
    const sound: BreathSound = { kind: 'breath', origin: at(11), pattern: [4, 0, 6, 0] };
    expect(breathCyclesAt(sound, at(11))).toBe(0);
    expect(breathCyclesAt(sound, at(1))).toBeCloseTo(-10 * breathCueAt(sound, at(1)).hz, 9);
  });

  // `swelling` that ends at the full level: a step where the top-up takes over
  it('[E42] goes from part to part without a step in tone or air', () => {
    fc.assert(
      fc.property(sounds, fc.nat(100), (sound, nth) => {
        const all = breathsOf(sound);
        const { from, length } = all[nth % all.length] ?? { from: 0, length: 4 };
        let into = from;
        for (const part of partsOf(sound)) {
          const [before, after] = [-1e-7, 1e-7].map((by) => breathCueAt(sound, at(sound.origin + into + by)));
          for (const what of ['hz', 'tone', 'air'] as const)
            expect(Math.abs((after?.[what] ?? 0) - (before?.[what] ?? 0))).toBeLessThan(1e-4);
          into += (part.length * length) / breathLength(sound);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function quarters(from: number, to: number): [number, number][] {
  const step = (to - from) / 4;
  return [0, 1, 2, 3].map((nth) => [from + nth * step, from + (nth + 1) * step]);
}
