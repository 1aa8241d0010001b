import { describe, expect, it } from 'vitest';
import type { BeatsSound } from '../../../src/audio/players/beats.ts';
import { hzAt, spliceGlide, type Glide } from '../../../src/session/automation.ts';
import { steepest } from '../../audio/sounds/measure.ts';
import { at, distance, keepsPhase, part, perform, RATE } from './stage.ts';

const glide: Glide = [
  { at: at(0), hz: 10 },
  { at: at(20), hz: 10 },
  { at: at(100), hz: 4 },
];
const beats = (kind: BeatsSound['beats'], along: Glide = glide): BeatsSound => ({
  kind: 'beats',
  beats: kind,
  carrier: 200,
  glide: along,
});

/** Phase of a tone near `hz` around a place, in turns; a second's window. */
function phaseAt(samples: Float32Array, hz: number, place: number): number {
  let real = 0;
  let imag = 0;
  for (let i = Math.round((place - 0.25) * RATE); i < Math.round((place + 0.25) * RATE); i++) {
    const window = Math.cos((Math.PI * (i / RATE - place)) / 0.5) ** 2;
    const angle = 2 * Math.PI * hz * (i / RATE);
    real += (samples[i] ?? 0) * window * Math.cos(angle);
    imag -= (samples[i] ?? 0) * window * Math.sin(angle);
  }
  return Math.atan2(imag, real) / (2 * Math.PI);
}

/** Frequency at a place by how fast the phase against `guess` turns there, over half a second. */
function frequencyAt(samples: Float32Array, guess: number, place: number): number {
  const turned = phaseAt(samples, guess, place + 0.25) - phaseAt(samples, guess, place - 0.25);
  return guess + (turned - Math.round(turned)) / 0.5;
}

describe('beats', { timeout: 30_000 }, () => {
  // Mutant: the glide ramped over one point too few, or k-rate with a stale value -> off by 0.05 Hz and more.
  it.each([5, 19, 30, 61.7, 99, 110])(
    'binaural ears are apart by the glide, within 0.01 Hz, at %f s',
    async (place) => {
      const [left, right] = await perform({ sounds: [beats('binaural')], from: at(place - 1), seconds: 2 });
      const beat = hzAt(glide, at(place));
      expect(
        Math.abs(frequencyAt(left ?? new Float32Array(), 200 - beat / 2, 1) - (200 - beat / 2)),
      ).toBeLessThan(0.01);
      expect(
        Math.abs(frequencyAt(right ?? new Float32Array(), 200 + beat / 2, 1) - (200 + beat / 2)),
      ).toBeLessThan(0.01);
    },
  );

  // Mutant: phase 0 at the start of a chunk -> the chunks are as far apart as they are loud.
  it.skipIf(!keepsPhase).each(['binaural', 'monaural', 'isochronic'] as const)(
    '%s goes on from chunk to chunk in phase',
    async (kind) => {
      const whole = await perform({ sounds: [beats(kind)], seconds: 70 });
      const chunk = await perform({ sounds: [beats(kind)], from: at(58), seconds: 12 });
      for (const side of [0, 1])
        expect(distance(part(whole[side], 60, 70), part(chunk[side], 2, 12))).toBeLessThan(-45);
    },
  );

  it('an hour in, the phase is still that of a tone that began with the session', async () => {
    const long: Glide = [
      { at: at(0), hz: 10 },
      { at: at(3600), hz: 4 },
    ];
    const [left] = await perform({ sounds: [beats('binaural', long)], from: at(3500), seconds: 2 });
    const turns = 200 * 3501 - 0.5 * (10 * 3501 - (6 / 3600) * (3501 ** 2 / 2));
    const hz = 200 - hzAt(long, at(3501)) / 2;
    // A sine's phase is a quarter turn behind a cosine's; the window's own hz adds hz × 1 s.
    const expected = turns - 0.25 - hz;
    const apart = phaseAt(left ?? new Float32Array(), hz, 1) - expected;
    expect(Math.abs(apart - Math.round(apart))).toBeLessThan(0.005);
  });

  // Mutant: cancelScheduledValues without the ramp to where the glide stood -> the pitch jumps back to 10 Hz first.
  it('a glide that is bent goes on from where it was, without a step', async () => {
    const bent = spliceGlide(glide, [{ at: at(0), hz: 14 }], at(40), 10);
    const sides = await perform({
      sounds: [beats('binaural')],
      seconds: 60,
      then: (player) => player.update(beats('binaural', bent), at(40)),
    });
    const asBuilt = await perform({ sounds: [beats('binaural', bent)], seconds: 60 });
    for (const side of [0, 1])
      expect(distance(asBuilt[side] ?? new Float32Array(), sides[side] ?? new Float32Array())).toBeLessThan(
        -45,
      );
  });

  it('an isochronic pulse opens and closes without an edge', async () => {
    const [left] = await perform({ sounds: [beats('isochronic')], seconds: 4 });
    const samples = left ?? new Float32Array();
    const loudest = Math.max(...part(samples, 1, 2));
    // The steepest a 200 Hz sine of that height gets by itself, and a tenth for the edges.
    expect(steepest(samples, RATE)).toBeLessThan(1.1 * loudest * ((2 * Math.PI * 200) / RATE));
    const quietest = Math.min(
      ...Array.from({ length: 100 }, (_, i) => Math.max(...part(samples, 1 + i / 1000, 1.006 + i / 1000))),
    );
    expect(quietest / loudest).toBeLessThan(0.02);
  });
});
