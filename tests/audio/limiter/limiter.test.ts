import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CEILING, createLimiter, type Limiter } from '../../../src/audio/limiter/limiter.ts';
import { createRandom } from '../../../src/audio/sounds/random.ts';
import { decibels, truePeak } from '../sounds/measure.ts';

const RATE = 48_000;
type Stereo = [left: Float32Array, right: Float32Array];

function sound(length: number, sampleAt: (i: number, side: number) => number): Stereo {
  return [0, 1].map((side) => Float32Array.from({ length }, (_, i) => sampleAt(i, side))) as Stereo;
}

function limited([left, right]: Stereo, limiter: Limiter = createLimiter(RATE)): Stereo {
  const out: Stereo = [new Float32Array(left.length), new Float32Array(left.length)];
  limiter.process(left, right, ...out);
  return out;
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** The left side of a stream that comes in pieces. */
function limitedInPieces([left, right]: Stereo, lengths: readonly number[]): Float32Array {
  const limiter = createLimiter(RATE);
  const out = new Float32Array(Math.min(left.length, total(lengths)));
  let from = 0;
  for (const length of lengths) {
    const to = Math.min(from + length, left.length);
    out.set(limited([left.subarray(from, to), right.subarray(from, to)], limiter)[0], from);
    from = to;
  }
  return out;
}

/** A mix of loud tones and noise bursts that begin and stop at random. */
function mix(seed: number): Stereo {
  const random = createRandom(seed);
  const tones = Array.from({ length: 5 }, () => ({
    hz: 40 * 500 ** random(),
    phase: 7 * random(),
    from: random() * 8000,
    to: 8000 + random() * 8000,
    gain: 1.5 * random(),
  }));
  const noise = 1.2 * random();
  return sound(20_000, (i, side) => {
    const tonal = tones.reduce((sum, { hz, phase, from, to, gain }) => {
      return i < from || i > to ? sum : sum + gain * Math.sin((2 * Math.PI * hz * i) / RATE + phase + side);
    }, 0);
    return tonal + (i % 5000 < 1500 ? noise * (2 * random() - 1) : 0);
  });
}

const hard: [string, Stereo][] = [
  ['squares of full scale', sound(20_000, (i) => (i % 200 < 100 ? 1 : -1))],
  ['squares of four times full scale', sound(20_000, (i, side) => (i % (61 + side) < 30 ? 4 : -4))],
  [
    'a quarter of the sample rate, sampled beside its peaks',
    sound(20_000, (i) => Math.sin((Math.PI / 2) * i + Math.PI / 4)),
  ],
  ['a tone near the Nyquist frequency', sound(20_000, (i) => 1.2 * Math.sin(2 * Math.PI * 0.47 * i))],
  ['a single click', sound(20_000, (i) => (i === 9000 ? 8 : 0))],
  ['silence, then everything at once', sound(20_000, (i) => (i < 9000 ? 0 : 3 * Math.sin(i * 0.1)))],
  ['one side only', sound(20_000, (i, side) => side * 2 * Math.sin(i * 0.3))],
  ...Array.from({ length: 12 }, (_, seed): [string, Stereo] => [`mix ${seed}`, mix(seed)]),
];

describe('the limiter', { timeout: 30_000 }, () => {
  // Mutant: the estimate of samples alone (no values between) -> the quarter of the sample rate comes through at −0.7 dBTP.
  // Mutant: UNDER_READING = 0 -> the tone near the Nyquist frequency comes through at −2.7 dBTP.
  it.each(hard)('lets nothing above −3 dBTP through: %s', (_, stereo) => {
    for (const side of limited(stereo)) expect(decibels(truePeak(side))).toBeLessThanOrEqual(CEILING);
  });

  // Mutant: a gain of 1 − 1e-7 in place of the short way -> fails.
  it('is a delay, bit for bit, while nothing needs limiting', () => {
    const quiet = sound(30_000, (i, side) => 0.6 * Math.sin(i * 0.013 + side));
    const limiter = createLimiter(RATE);
    const out = limited(quiet, limiter);
    for (const side of [0, 1] as const) {
      expect(out[side].subarray(limiter.latency)).toEqual(quiet[side].subarray(0, -limiter.latency));
    }
  });

  it('comes back to being a delay, bit for bit, after it was needed', () => {
    const loudThenQuiet = sound(6 * RATE, (i) => (i < 3000 ? 3 : 0.3) * Math.sin(i * 0.02));
    const limiter = createLimiter(RATE);
    const [out] = limited(loudThenQuiet, limiter);
    expect(limiter.gain).toBe(1);
    expect(out.subarray(5 * RATE)).toEqual(
      loudThenQuiet[0].subarray(5 * RATE - limiter.latency, -limiter.latency),
    );
  });

  // Mutant: the mean over half the look-ahead left out -> the gain steps by 0.9 in one sample.
  it('never moves its gain in a step', () => {
    const limiter = createLimiter(RATE);
    const [left, right] = sound(12_000, (i) => (i > 4000 && i < 4600 ? 8 : 0.05) * Math.sin(i * 0.9));
    const gains = Array.from(left, (sample, i) => {
      limited([Float32Array.of(sample), right.subarray(i, i + 1)], limiter);
      return limiter.gain;
    });
    const slopes = gains.slice(1).map((gain, i) => gain - (gains[i] ?? 0));
    const bends = slopes.slice(1).map((slope, i) => Math.abs(slope - (slopes[i] ?? 0)));
    expect(Math.min(...gains)).toBeLessThan(0.1);
    expect(Math.max(...slopes.map(Math.abs))).toBeLessThan(0.01);
    expect(Math.max(...bends)).toBeLessThan(2e-4);
  });

  // Mutant: `reach` begun anew with every piece -> the value between two samples on either side of a cut is missed.
  it('gives the same samples however the stream is cut', () => {
    // Pairs of samples that are harmless themselves, but not what lies between them.
    const pairs = sound(20_000, (i) => (i % 37 < 2 ? 0.59 : 0));
    const lengths = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 12, maxLength: 40 });
    for (const stereo of [mix(3), pairs]) {
      const whole = limited(stereo);
      fc.assert(
        fc.property(lengths, (pieces) => {
          expect(limitedInPieces(stereo, pieces)).toEqual(whole[0].subarray(0, total(pieces)));
        }),
        { numRuns: 20 },
      );
    }
  });

  it('may write over its input', () => {
    const stereo = mix(5);
    const expected = limited(stereo);
    const [left, right] = [stereo[0].slice(), stereo[1].slice()];
    createLimiter(RATE).process(left, right, left, right);
    expect([left, right]).toEqual(expected);
  });

  it('takes both sides down together, so that nothing moves from side to side', () => {
    const [left, right] = limited(sound(9000, (i, side) => (side === 0 ? 2 : 0.1) * Math.sin(i * 0.2)));
    for (let i = 2000; i < 9000; i++) expect(left[i]).toBeCloseTo(20 * (right[i] ?? 0), 4);
  });
});
