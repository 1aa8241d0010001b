import { describe, expect, it } from 'vitest';
import { filterLoop, highPass, lowPass } from '../../../src/audio/sounds/filters.ts';
import { renderSound } from '../../../src/audio/sounds/render-sound.ts';
import { createRandom, hashed } from '../../../src/audio/sounds/random.ts';
import type { Samples } from '../../../src/audio/sounds/samples.ts';
import { LOOPS, STRIKES, type LoopId } from '../../../src/audio/sounds/sound-ids.ts';
import { amplitudeAt, decibels, integrated, rmsOf, steepest } from './measure.ts';

const RATE = 48_000;
const made = new Map<LoopId, Samples[]>();
function loop(id: LoopId): Samples[] {
  const known = made.get(id) ?? renderSound(id, RATE);
  made.set(id, known);
  return known;
}

function turnedBy(samples: Samples, by: number): Samples {
  return Float32Array.from(samples, (_, i) => samples[(i + by) % samples.length] ?? 0);
}

describe('a loop', { timeout: 30_000 }, () => {
  // Mutant: filterOnce instead of filterLoop for the colouring -> brown and the ocean's floor fail.
  it.each(LOOPS)('%s has no step at its seam above its own largest', (id) => {
    for (const channel of loop(id)) {
      const seam = Math.abs((channel[0] ?? 0) - (channel.at(-1) ?? 0));
      expect(seam).toBeLessThanOrEqual(steepest(channel));
    }
  });

  it.each(LOOPS.filter((id) => id !== 'pad' && id !== 'rain-drops'))(
    '%s is as loud at its seam as elsewhere',
    (id) => {
      for (const channel of loop(id)) {
        const around = turnedBy(channel, channel.length - RATE / 2).subarray(0, RATE);
        expect(Math.abs(decibels(rmsOf(around) / rmsOf(channel)))).toBeLessThan(1.5);
      }
    },
  );

  it.each(LOOPS)('%s carries no constant and no NaN', (id) => {
    for (const channel of loop(id)) {
      const mean = channel.reduce((sum, sample) => sum + sample, 0) / channel.length;
      expect(Math.abs(mean)).toBeLessThan(0.01 * rmsOf(channel));
    }
  });

  it('is the same every time, and exists at 44.1 kHz', () => {
    const again = renderSound('breath-air', RATE)[0];
    expect(loop('breath-air')[0]?.every((sample, i) => sample === again?.[i])).toBe(true);
    const [left] = renderSound('brown', 44_100);
    expect(left?.length).toBe(11 * 44_100);
  });

  it('of every id can be made', () => {
    for (const id of [...LOOPS, ...STRIKES])
      expect(renderSound(id, 8000)[0]?.every(Number.isFinite)).toBe(true);
  });
});

describe('a loop filter', () => {
  // Mutant: a lap from zero state (filterOnce) -> the two differ at the seam by up to the loop's own level.
  it('does not know where the loop begins', () => {
    const random = createRandom(1);
    const noise: Samples = Float32Array.from({ length: 9000 }, () => 2 * random() - 1);
    for (const filter of [lowPass(200, 0.7, RATE), highPass(60, 0.7, RATE)]) {
      const plain = turnedBy(filterLoop(noise.slice(), filter), 4000);
      const turned = filterLoop(turnedBy(noise, 4000), filter);
      for (const [i, sample] of plain.entries())
        expect(Math.abs(sample - (turned[i] ?? 9))).toBeLessThan(2e-4);
    }
  });
});

describe('the levels', { timeout: 30_000 }, () => {
  // Mutant: any of the RMS constants in loops.ts off by 0.5 dB -> fails.
  it.each(['pink', 'brown', 'pad'] as const)('%s is −28 LUFS as it is', (id) => {
    expect(Math.abs(integrated(loop(id)) + 28)).toBeLessThan(0.4);
  });

  it('rain with its drops is −28 LUFS', () => {
    const drops = loop('rain-drops');
    const rain = loop('rain').map((channel, side) =>
      Float32Array.from({ length: 13 * RATE }, (_, i) => (channel[i] ?? 0) + (drops[side]?.[i] ?? 0)),
    );
    expect(Math.abs(integrated(rain) + 28)).toBeLessThan(0.4);
  });
});

describe('the noises', () => {
  const octaves = [125, 250, 500, 1000, 2000, 4000, 8000];
  function octaveLevels(channel: Samples): number[] {
    return octaves.map((hz) => {
      const band = [highPass(hz / Math.SQRT2, 0.707, RATE), lowPass(hz * Math.SQRT2, 0.707, RATE)];
      const samples = channel.slice(0, 4 * RATE);
      for (const filter of band) filterLoop(samples, filter);
      return decibels(rmsOf(samples));
    });
  }

  it('pink has the same power in every octave', () => {
    const levels = octaveLevels(loop('pink')[0] ?? new Float32Array());
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(1.5);
  });

  it('brown falls by 3 dB an octave of power, 6 dB of density', () => {
    const levels = octaveLevels(loop('brown')[0] ?? new Float32Array());
    for (const [nth, level] of levels.slice(1).entries()) {
      expect(Math.abs((levels[nth] ?? 0) - level - 3)).toBeLessThan(1);
    }
  });

  it('left and right share a middle but are not the same', () => {
    const [left, right] = loop('pink');
    if (left === undefined || right === undefined) throw new Error('pink is not stereo');
    const shared = left.reduce((sum, sample, i) => sum + sample * (right[i] ?? 0), 0) / left.length;
    expect(shared / (rmsOf(left) * rmsOf(right))).toBeGreaterThan(0.5);
    expect(shared / (rmsOf(left) * rmsOf(right))).toBeLessThan(0.7);
  });
});

describe('the pad', { timeout: 30_000 }, () => {
  // Mutant: closing() returning the frequency it was given -> the tone is no longer whole turns, and the seam steps.
  it('goes round without a seam: what lies before it goes on behind it', () => {
    for (const channel of loop('pad')) {
      const around = turnedBy(channel, channel.length - RATE);
      const smooth = steepest(channel);
      expect(steepest(around, RATE - 50, RATE + 50)).toBeLessThanOrEqual(smooth);
      const bend = (i: number) =>
        Math.abs((around[i - 1] ?? 0) - 2 * (around[i] ?? 0) + (around[i + 1] ?? 0));
      const elsewhere = Math.max(...Array.from({ length: 20_000 }, (_, i) => bend(i + 1)));
      expect(Math.max(...[-1, 0, 1].map((by) => bend(RATE + by)))).toBeLessThan(1.5 * elsewhere);
    }
  });

  it('sounds the chord D A D', () => {
    const [left] = loop('pad');
    const at = (hz: number) => amplitudeAt(left ?? new Float32Array(), Math.round(hz * 48) / 48, RATE);
    for (const hz of [73.42, 110, 146.83]) expect(decibels(at(hz))).toBeGreaterThan(-60);
    expect(decibels(at(97.3))).toBeLessThan(-90);
  });
});

describe('the dice', () => {
  it('are spread evenly and do not follow from their neighbours', () => {
    const values = Array.from({ length: 4000 }, (_, i) => hashed(3, i - 2000));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.02);
    const follow = values
      .slice(1)
      .reduce((sum, value, i) => sum + (value - 0.5) * ((values[i] ?? 0) - 0.5), 0);
    expect(Math.abs(follow / values.length)).toBeLessThan(0.01);
  });
});
