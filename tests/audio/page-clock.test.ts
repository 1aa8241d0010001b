import { expect, it } from 'vitest';
import { createPageClock } from '#audio/page-clock.ts';

// createPageClock() that believes its last look: red; so is one that takes the smallest lead
it('[E46] a time stamp is placed on an audio clock that moves on in blocks of a tenth of a second', () => {
  let nowMs = 5_000;
  /** What the audio clock really is, and what a block of it tells. */
  const real = () => nowMs / 1000 + 70;
  const context = {
    get currentTime() {
      return Math.floor(real() * 10) / 10;
    },
  };
  const clock = createPageClock(context, () => nowMs);
  for (; nowMs < 6_000; nowMs += 7) clock.look();
  for (const stamp of [5_013, 5_555.5, 5_999]) {
    expect(clock.timeOf(stamp)).toBeGreaterThan(stamp / 1000 + 70 - 0.008);
    expect(clock.timeOf(stamp)).toBeLessThanOrEqual(stamp / 1000 + 70 + 1e-9);
  }
});
