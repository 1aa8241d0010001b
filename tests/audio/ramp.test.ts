import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock, type AudioTime } from '../../src/audio/clock.ts';
import { ENTRY, gainOf, writtenLevel } from '../../src/audio/ramp.ts';
import { levelAt, type Automation } from '../../src/session/automation.ts';
import { sessionTimeOf } from '../../src/session/units.ts';
import { createFakeParam } from '../helpers/audio/fake-param.ts';

const automation = (...points: readonly (readonly [at: number, level: number])[]): Automation =>
  points.map(([at, level]) => ({ at: sessionTimeOf(at), level }));

function stage() {
  const clock = createClock({ currentTime: 0 });
  clock.set(sessionTimeOf(0), 100 as AudioTime);
  const fake = createFakeParam();
  return { ...fake, level: writtenLevel(fake.param, clock), clock };
}

const decibels = (gain: number) => 20 * Math.log10(gain);

const automations = fc
  .array(fc.tuple(fc.double({ min: 0, max: 60, noNaN: true }), fc.integer({ min: -80, max: 6 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((points) =>
    points
      .sort(([a], [b]) => a - b)
      .filter(([at], nth, all) => nth === 0 || at - (all[nth - 1]?.[0] ?? 0) > 0.2)
      .reduce<Automation>((all, [at, level]) => [...all, ...automation([at, level])], []),
  );

describe('a level that was handed over', () => {
  it('[E4] is straight in dB between its points and held at both ends', () => {
    const { level, valueAt } = stage();
    level.write(automation([10, -40], [20, 0]), 105 as AudioTime);
    expect([105, 110, 115, 120, 500].map((time) => Math.round(decibels(valueAt(time))))).toEqual([
      -40, -40, -20, 0, 0,
    ]);
  });

  it('[E4] never quite reaches nothing: −80 dB and less are one ten-thousandth', () => {
    expect([gainOf(0), gainOf(-80), gainOf(-300)].map((gain) => Math.round(gain * 1e8))).toEqual([
      1e8, 1e4, 1e4,
    ]);
  });

  // Mutant: the ramp up to `from` left out of holdAt -> fails: the value falls back to where the ramp began.
  // Mutant: `joined` left out where the two do not meet -> fails: a step at `from`, or a ramp never written.
  it('[E3] changes without cancelAndHoldAtTime: as it was until then, no jump there, soon as it is now wanted', () => {
    fc.assert(
      fc.property(
        automations,
        automations,
        fc.double({ min: 0.01, max: 70, noNaN: true }),
        (first, second, at) => {
          const { level, valueAt } = stage();
          level.write(first, 100 as AudioTime);
          const before = valueAt(100 + at / 2);
          level.write(second, (100 + at) as AudioTime);
          expect(valueAt(100 + at / 2)).toBeCloseTo(before, 6);
          const here = decibels(valueAt(100 + at));
          expect(here).toBeCloseTo(levelAt(first, sessionTimeOf(at)), 3);
          for (const edge of [-1e-7, 1e-7]) expect(decibels(valueAt(100 + at + edge))).toBeCloseTo(here, 2);
          for (const later of [0.26, 3, 30]) {
            const wanted = levelAt(second, sessionTimeOf(at + later));
            expect(decibels(valueAt(100 + at + later))).toBeCloseTo(wanted, 3);
          }
        },
      ),
      { numRuns: 500, seed: 7 },
    );
  });

  it('[E3] changed while it comes in from silence, it goes on from where it is', () => {
    const { level, valueAt } = stage();
    level.enter(automation([0, 0]), 100 as AudioTime);
    const half = valueAt(100 + ENTRY / 2);
    expect(decibels(half)).toBeCloseTo(-40, 3);
    level.write(automation([0, 0], [50, -6]), (100 + ENTRY / 2) as AudioTime);
    expect(valueAt(100 + ENTRY / 2)).toBeCloseTo(half, 6);
    expect(decibels(valueAt(102))).toBeCloseTo(levelAt(automation([0, 0], [50, -6]), sessionTimeOf(2)), 3);
  });

  it('[E3] is left alone where nothing changes from now on', () => {
    const { level, events } = stage();
    level.write(automation([0, 0], [10, -6], [20, 0]), 100 as AudioTime);
    const before = [...events];
    level.write(automation([10, -6], [20, 0]), 112 as AudioTime);
    expect(events).toEqual(before);
  });
});
