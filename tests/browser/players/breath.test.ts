import { describe, expect, it } from 'vitest';
import type { BreathSound } from '../../../src/audio/players/contract.ts';
import { amplitudeAt, rmsOf, steepest } from '../../audio/sounds/measure.ts';
import { at, part, perform, RATE } from './stage.ts';

/** In for 4 s, held for 3, out for 6, held for 2. */
const sound: BreathSound = { kind: 'breath', pattern: [4, 3, 6, 2], origin: at(0) };

/** Power from 350 Hz to 6.2 kHz, between the overtones of the tone: only air is there. On a grid of 100 Hz. */
function air(samples: Float32Array): { readonly power: number; readonly centre: number } {
  const grid = Array.from({ length: 59 }, (_, i) => 350 + 100 * i);
  const powers = grid.map((hz) => amplitudeAt(samples, hz, RATE) ** 2);
  const power = powers.reduce((total, each) => total + each, 0);
  return { power, centre: grid.reduce((total, hz, i) => total + hz * (powers[i] ?? 0), 0) / power };
}

describe('the breath cue', { timeout: 30_000 }, () => {
  // Mutant: airHz the same for in and out -> fails; air left sounding in the hold -> fails.
  it('tells in, hold, out and rest apart', async () => {
    const [left] = await perform({ sounds: [sound], seconds: 16 });
    const breathIn = part(left, 1, 3.5);
    const full = part(left, 4.5, 6.5);
    const out = part(left, 8, 12);
    const empty = part(left, 13.3, 14.7);
    expect(air(breathIn).centre).toBeGreaterThan(1.5 * air(out).centre);
    expect(air(full).power).toBeLessThan(0.01 * Math.min(air(breathIn).power, air(out).power));
    expect(rmsOf(empty)).toBeLessThan(0.01 * rmsOf(full));
  });

  it('rises from D to A as one breathes in, stays, and falls back', async () => {
    const [left] = await perform({ sounds: [sound], seconds: 16 });
    const louder = (from: number, to: number, hz: number, than: number) =>
      amplitudeAt(part(left, from, to), hz, RATE) / amplitudeAt(part(left, from, to), than, RATE);
    expect(louder(0.3, 1, 149, 220)).toBeGreaterThan(3);
    expect(louder(4.5, 6.5, 220, 149)).toBeGreaterThan(20);
    expect(louder(11.8, 12.7, 149, 220)).toBeGreaterThan(3);
  });

  // Mutant: fadeIn left out of update, or the fade out of fadeOut -> a step of the tone's height.
  it('changes its pattern without a click', async () => {
    const next: BreathSound = { kind: 'breath', pattern: [5, 0, 5, 0], origin: at(6.5) };
    const [left] = await perform({
      sounds: [sound],
      seconds: 20,
      then: (player) => player.update(next, at(9)),
    });
    const samples = left ?? new Float32Array();
    expect(steepest(part(samples, 8.9, 9.6))).toBeLessThanOrEqual(1.1 * steepest(part(samples, 0.1, 8.9)));
    const [fresh] = await perform({ sounds: [next], from: at(9), seconds: 11 });
    expect(rmsOf(part(samples, 13, 14)) / rmsOf(part(fresh, 4, 5))).toBeCloseTo(1, 1);
  });

  it('is silent before the first breath', async () => {
    const [left] = await perform({ sounds: [{ ...sound, origin: at(3) }], seconds: 6 });
    expect(rmsOf(part(left, 0, 2.9))).toBeLessThan(1e-5);
    expect(rmsOf(part(left, 4, 6))).toBeGreaterThan(1e-3);
  });
});
