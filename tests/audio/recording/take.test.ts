import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineFrom, takeOf, type Take } from '#audio/recording/take.ts';
import { LINE_RATE, readWav, wavOf } from '#audio/recording/wav.ts';
import { decibels, gatedLoudness, truePeak } from '../sounds/measure.ts';
import { spoken, type Spoken } from '../../helpers/audio/voice.ts';

const usual: Spoken = { rate: 48_000, before: 0.8, words: 2.4, after: 0.9, height: 0.3, room: 0.0004 };

function taken(change: Partial<Spoken> = {}): Take {
  const voice = { ...usual, ...change };
  const take = takeOf(spoken(voice), voice.rate);
  if (!take.ok) throw new Error(take.problem);
  return take.value;
}

function samplesOf(take: Pick<Take, 'sound'>): Float32Array<ArrayBuffer> {
  const read = readWav(take.sound);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

/** At twice the rate, by zeros and a long filter: written apart from what makes the clips. */
function doubled(samples: Float32Array): Float32Array<ArrayBuffer> {
  const half = 48;
  const kernel = Array.from({ length: 4 * half + 1 }, (_, tap) => {
    const x = (tap - 2 * half) / 2;
    return (
      (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)) * Math.cos((Math.PI * x) / (2 * half + 2)) ** 2
    );
  });
  const out = new Float32Array(samples.length * 2);
  for (let i = 0; i < out.length; i++)
    for (let tap = i % 2; tap < kernel.length; tap += 2)
      out[i] = (out[i] ?? 0) + (kernel[tap] ?? 0) * (samples[(i + tap - 2 * half) / 2] ?? 0);
  return out;
}

const heights = [0.02, 0.05, 0.15, 0.5, 0.95];

describe('a recorded line', () => {
  // Mutant: the trim's margins taken out -> fails. Mutant: a threshold at the voice's own level -> fails: words cut off.
  it.each([
    [48_000, 0.8, 0.9],
    [44_100, 0.3, 2],
    [24_000, 1.5, 0.4],
  ])('[E21] at %d Hz is cut to its words: 80 ms before them, 150 ms after', (rate, before, after) => {
    const take = taken({ rate, before, after });
    expect(take.seconds).toBeGreaterThan(usual.words + 0.19);
    expect(take.seconds).toBeLessThan(usual.words + 0.3);
    const whole = before + usual.words + after;
    expect(take.picture.from * whole).toBeCloseTo(before - 0.08, 1);
    expect(take.picture.to * whole).toBeCloseTo(before + usual.words + 0.15, 1);
    expect(take.remarks).toEqual([]);
  });

  it('[E21] a key that is pressed before and after the words is not one of them', () => {
    const samples = spoken(usual);
    for (const at of [0.05, 4.02])
      for (let i = 0; i < 480; i++)
        samples[Math.round(at * 48_000) + i] = 0.4 * Math.sin(i * 1.3) * Math.exp(-i / 120);
    const take = takeOf(samples, 48_000);
    expect(take.ok && Math.abs(take.value.seconds - usual.words - 0.23)).toBeLessThan(0.08);
  });

  it('[E21] begins and ends without a click', () => {
    const samples = samplesOf(taken({ room: 0.003 }));
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.0005);
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.0005);
  });

  // Mutant: one round of levelling -> fails for the loud one. Mutant: no limiter -> fails the ceiling.
  it.each(heights)(
    '[E23] with a peak of %d comes to −19 LUFS, within half a unit, and not above −3 dBTP',
    (height) => {
      const take = taken({ height, room: height / 2000 });
      const heard = doubled(samplesOf(take));
      expect(Math.abs(gatedLoudness([heard]) + 19)).toBeLessThan(0.5);
      expect(take.loudness).toBeCloseTo(gatedLoudness([heard]), 1);
      expect(decibels(truePeak(heard))).toBeLessThanOrEqual(-3);
    },
  );

  it('[E23] whatever was recorded: no line is loud', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.005, max: 4, noNaN: true }),
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        fc.integer({ min: 1, max: 1000 }),
        (height, words, seed) => {
          const samples = spoken({ ...usual, rate: 24_000, words, height, room: height / 1000, seed });
          const take = takeOf(
            samples.map((sample) => Math.max(-1, Math.min(1, sample))),
            24_000,
          );
          if (!take.ok) return;
          expect(take.value.loudness).toBeLessThan(-18.5);
          expect(take.value.truePeak).toBeLessThanOrEqual(-3);
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each<[string, Partial<Spoken>, readonly string[]]>([
    ['whose voice stands at the end of the converter', { height: 1.6 }, ['clipped']],
    ['in a room that hisses', { room: 0.02 }, ['noisy']],
    ['from far away', { height: 0.012, room: 0.00001 }, ['far']],
    ['that begins before the recording', { before: 0 }, ['cut']],
    ['that goes on after it', { after: 0 }, ['cut']],
  ])('[E24] one %s is told', (_, change, remarks) => {
    const voice = { ...usual, ...change };
    const take = takeOf(
      spoken(voice).map((sample) => Math.max(-1, Math.min(1, sample))),
      voice.rate,
    );
    expect(take.ok && take.value.remarks).toEqual(remarks);
  });

  /** A voice that pops: short peaks, so many times as high as its own. */
  function popping(times: number): Float32Array<ArrayBuffer> {
    const samples = spoken(usual);
    for (let pop = 0; pop < 8; pop++)
      for (let i = 0; i < 80; i++) {
        const at = 48_000 + pop * 13_000 + i;
        samples[at] = (samples[at] ?? 0) + times * usual.height * Math.sin(i * 0.4) * Math.exp(-i / 20);
      }
    return samples.map((sample) => sample * 0.2);
  }

  // Mutant: levelled in one round -> fails: what the limiter took is missing.
  it('[E23] a voice that pops a little comes to the same level', () => {
    const take = takeOf(popping(1.2), 48_000);
    expect(take.ok && Math.abs(take.value.loudness + 19)).toBeLessThan(0.5);
    expect(take.ok && take.value.remarks).toEqual([]);
  });

  // Mutant: any amount of limiting -> fails: it is squeezed until it is as loud as the others.
  it('[E24] one that pops hard stays softer, and that is told', () => {
    const take = takeOf(popping(12), 48_000);
    expect(take.ok && take.value.remarks).toEqual(['uneven']);
    expect(take.ok && take.value.loudness).toBeLessThan(-22);
  });

  it.each<[string, Partial<Spoken>]>([
    ['nothing', { height: 0, room: 0 }],
    ['the room', { height: 0, room: 0.01 }],
    ['less than the room', { height: 0.01, room: 0.01 }],
  ])('[E24] a recording of %s is no line', (_, change) => {
    expect(takeOf(spoken({ ...usual, ...change }), 48_000)).toEqual({ ok: false, problem: 'nothing-heard' });
  });

  it('is drawn as it was', () => {
    const { heights, from, to } = taken().picture;
    expect(Math.max(...heights)).toBe(1);
    expect(heights.slice(0, Math.floor(from * heights.length)).every((height) => height < 0.02)).toBe(true);
    expect(heights.slice(Math.ceil(to * heights.length)).every((height) => height < 0.02)).toBe(true);
  });
});

describe('a line from elsewhere', () => {
  // Mutant: whatever is not too quiet is taken as it is -> fails.
  it('[E25] is brought down where it is too loud', () => {
    const loud = wavOf(spoken({ ...usual, rate: LINE_RATE, height: 1 }));
    const line = lineFrom(loud);
    if (!line.ok) throw new Error(line.problem);
    const heard = doubled(samplesOf(line.value));
    expect(gatedLoudness([heard])).toBeLessThan(-18.5);
    expect(decibels(truePeak(heard))).toBeLessThanOrEqual(-3);
  });

  it('[E25] is not touched where it is not', () => {
    const { sound, seconds } = taken();
    const line = lineFrom(sound);
    expect(new Uint8Array(line.ok ? line.value.sound : [])).toEqual(new Uint8Array(sound));
    expect(line.ok && line.value.seconds).toBe(seconds);
  });
});
