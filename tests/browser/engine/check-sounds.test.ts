import { describe, expect, it } from 'vitest';
import { createCheckSounds, type Ticks } from '#audio/check-sounds.ts';
import { createLimiterNode } from '#audio/limiter/limiter-node.ts';
import { TICK_EVERY, TICKS } from '#session/tapping.ts';
import { IN_WEBKIT } from '../../helpers/engines.ts';
import { tap } from '../../helpers/tap.ts';

const RATE = 48_000;

const loudest = (samples: Float32Array) => samples.reduce((most, each) => Math.max(most, Math.abs(each)), 0);

describe('the sounds of the check', () => {
  // playTone() that gives both ears the same, or the tone to the other one: each red
  it.each(['left', 'right'] as const)(
    '[E45] a tone for the %s ear leaves the other without a sound',
    async (side) => {
      const context = new OfflineAudioContext(2, 1.5 * RATE, RATE);
      const { node, kind } = await createLimiterNode(context);
      node.connect(context.destination);
      void createCheckSounds(context, node, () => 0).tone(side, 0);
      const rendered = await context.startRendering();
      const [left, right] = [rendered.getChannelData(0), rendered.getChannelData(1)];
      const [meant, other] = side === 'left' ? [left, right] : [right, left];
      expect(kind).toBe('limiter');
      expect(loudest(meant)).toBeGreaterThan(0.1);
      expect(loudest(meant)).toBeLessThan(0.3);
      expect(other.every((sample) => sample === 0)).toBe(true);
    },
  );

  // TICK_EVERY that is a tenth of a millisecond off in playTicks(): red
  it('[E46] ticks are even to the sample', async () => {
    const context = new OfflineAudioContext(2, 9 * RATE, RATE);
    const { first } = createCheckSounds(context, context.destination, () => 0).ticks(-12);
    const samples = (await context.startRendering()).getChannelData(0);
    const onsets: number[] = [];
    for (const [nth, sample] of samples.entries())
      if (sample !== 0 && nth - (onsets.at(-1) ?? -RATE) > 0.5 * RATE) onsets.push(nth);
    // The first sample of a sine is 0.
    expect(onsets.map((onset) => onset - 1)).toEqual(
      Array.from({ length: TICKS }, (_, nth) => Math.round((first + nth * TICK_EVERY) * RATE)),
    );
  });

  it.skipIf(IN_WEBKIT)('[E46] a tap is placed among the ticks by its time stamp', async () => {
    const context = new AudioContext({ sampleRate: RATE });
    await tap(document.body);
    await context.resume();
    const sounds = createCheckSounds(context, context.destination, () => 0);
    const ticks: Ticks = sounds.ticks(-30);
    const misplaced: number[] = [];
    while (misplaced.length < 40) {
      const before = context.currentTime;
      await new Promise((resolve) => setTimeout(resolve, 20));
      const [stamp, after] = [performance.now(), context.currentTime];
      if (after > before) misplaced.push(ticks.timeOf(stamp) - after);
    }
    expect(Math.max(...misplaced.slice(10).map(Math.abs))).toBeLessThan(0.03);
    sounds.stop();
    await ticks.over;
    await context.close();
  });
});
