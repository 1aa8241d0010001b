import type { Seconds } from '#session/units.ts';
import type { Samples } from '../sounds/samples.ts';

/** From the end of a lap to its beginning; shorter only where the whole sound is short. */
const CROSSING: Seconds = 3;

/**
 * A loop without a seam: the end of the sound fades into its beginning, at equal power, baked into the first stretch of the
 * loop. The lap is shorter than the sound by the crossing.
 */
export function bakedLoop(channels: readonly Float32Array[], sampleRate: number): Samples[] {
  return channels.map((sound) => {
    const crossing = crossingOf(sound.length / sampleRate) * sampleRate;
    const lap = sound.length - Math.round(crossing);
    const loop: Samples = sound.slice(0, lap);
    for (let i = 0; i < sound.length - lap; i++) {
      const turn = (Math.PI / 2) * ((i + 0.5) / (sound.length - lap));
      loop[i] = (sound[i] ?? 0) * Math.sin(turn) + (sound[lap + i] ?? 0) * Math.cos(turn);
    }
    return loop;
  });
}

/** How long the crossing of a sound is: 3 s, or 40 % of a short one, which is 2 s at the least for a bed. */
export function crossingOf(seconds: Seconds): Seconds {
  return Math.min(CROSSING, 0.4 * seconds);
}
