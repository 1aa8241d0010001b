import { describe, expect, it } from 'vitest';
import { createClock, type AudioTime } from '../../src/audio/clock.ts';
import { later, sessionTimeOf } from '../../src/session/units.ts';

describe('the clock', () => {
  it('turns session time to audio time and back', () => {
    const clock = createClock({ currentTime: 100 });
    clock.set(sessionTimeOf(30), 102 as AudioTime);
    expect([clock.when(sessionTimeOf(0)), clock.when(sessionTimeOf(31)), clock.at(103 as AudioTime)]).toEqual(
      [72, 103, 31],
    );
  });

  it('goes on with the context, and stands still with it', () => {
    const context = { currentTime: 100 };
    const clock = createClock(context);
    clock.set(sessionTimeOf(0), clock.soon(0.2));
    expect(clock.position()).toBeCloseTo(-0.2, 12);
    context.currentTime = 9100.2;
    expect(clock.position()).toBeCloseTo(9000, 9);
  });

  it('keeps a place of four hours to a hundredth of a sample', () => {
    const clock = createClock({ currentTime: 0 });
    clock.set(sessionTimeOf(0), 12.3456789 as AudioTime);
    for (let at = sessionTimeOf(0); at < 4 * 3600; at = later(at, 97.123))
      expect(Math.abs(clock.at(clock.when(at)) - at) * 48_000).toBeLessThan(0.01);
  });
});
