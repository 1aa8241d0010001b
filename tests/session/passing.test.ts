import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPassingTime, placeSince } from '#session/passing.ts';
import { sessionTimeOf } from '#session/units.ts';

/** What may happen between two looks. */
type Fate =
  /** Both clocks go on. */
  | { readonly kind: 'passes'; readonly ms: number }
  /** Somebody puts the wall clock on or back. */
  | { readonly kind: 'set'; readonly by: number }
  /** The steady clock stands still with the device. */
  | { readonly kind: 'sleeps'; readonly ms: number };

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('passes' as const), ms: fc.nat(900_000) }) },
  fc.record({
    kind: fc.constant('set' as const),
    by: fc.oneof(fc.integer({ min: -1e10, max: -1000 }), fc.integer({ min: 1000, max: 60_000 })),
  }),
  fc.record({ kind: fc.constant('sleeps' as const), ms: fc.integer({ min: 61_000, max: 1e8 }) }),
);

/** A device with both its clocks, looked at after each thing that happens. */
function lived(fates: readonly Fate[]) {
  let [wallMs, steadyMs, passedMs] = [1e12, 5000, 1e12];
  const passing = createPassingTime({ wallMs, steadyMs });
  const told = fates.map((happens) => {
    if (happens.kind === 'set') wallMs += happens.by;
    else [wallMs, passedMs] = [wallMs + happens.ms, passedMs + happens.ms];
    if (happens.kind === 'passes') steadyMs += happens.ms;
    return { says: passing.nowMs({ wallMs, steadyMs }), is: passedMs };
  });
  return { told, passing, now: () => ({ wallMs, steadyMs }) };
}

describe('the time that passes', () => {
  // Mutants: steps back kept, steps on kept, a sleep left out -> each fails.
  it('[L7] is what was lived and slept, however the wall clock was set meanwhile', () => {
    fc.assert(
      fc.property(fc.array(fate, { maxLength: 40 }), (fates) => {
        for (const { says, is } of lived(fates).told) expect(says).toBeCloseTo(is, 3);
      }),
    );
  });

  it('[L7] takes up to a minute for a clock that was set, more for sleep', () => {
    expect(lived([{ kind: 'set', by: 60_000 }]).told[0]).toEqual({ says: 1e12, is: 1e12 });
    expect(lived([{ kind: 'set', by: 60_001 }]).told[0]?.says).toBe(1e12 + 60_001);
  });

  it('[L7] tells a standstill from a clock that was put on, once', () => {
    const { passing, now } = lived([
      { kind: 'passes', ms: 250 },
      { kind: 'set', by: 5000 },
    ]);
    expect(passing.wasSetBy(2000, now())).toBe(false);
    const again = lived([
      { kind: 'passes', ms: 250 },
      { kind: 'set', by: 5000 },
    ]);
    expect(again.passing.wasSetBy(5010, again.now())).toBe(true);
    expect(again.passing.wasSetBy(5010, again.now())).toBe(false);
    const stood = lived([{ kind: 'passes', ms: 5000 }]);
    expect(stood.passing.wasSetBy(5000, stood.now())).toBe(false);
  });
});

describe('a session with medicine that was left', () => {
  it('[L8] is where it was last known to be, and the time since', () => {
    expect(placeSince({ at: sessionTimeOf(600), wallMs: 90_000_000 }, 90_030_000)).toBe(630);
  });
});
