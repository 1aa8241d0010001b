import type { Decibels, Hertz, Seconds } from '#session/units.ts';
import { createGainCurve, type GainCurve } from './gain-curve.ts';
import { OVERSHOOT, TRUE_PEAK_DELAY, TRUE_PEAK_REACH, truePeakAt } from './true-peak.ts';

/** Nothing leaves above this true peak. */
export const CEILING: Decibels = -3;
/**
 * What the estimate may miss, so the limiter aims that much lower: nothing worth speaking of for voice and bells,
 * 1.13 dB for white noise of full scale (measured against 16-fold sinc interpolation).
 */
const UNDER_READING: Decibels = 1.2;
const LOOK_AHEAD: Seconds = 0.005;

/** Samples are handled in pieces of this many, so that a quiet piece can take the short way. */
const PIECE = 512;

/** Limits a stereo stream to the ceiling. State is carried from call to call, so a stream may be cut anywhere. */
export interface Limiter {
  /** Samples by which the output comes later than the input. */
  readonly latency: number;
  /** The gain now, 0 to 1; 1 is out of the way: the output is then the delayed input, bit for bit. */
  readonly gain: number;
  /** All four of the same length; outputs may be the inputs. */
  process(left: Float32Array, right: Float32Array, outLeft: Float32Array, outRight: Float32Array): void;
}

export function createLimiter(sampleRate: Hertz): Limiter {
  const ahead = Math.round(LOOK_AHEAD * sampleRate);
  const latency = ahead + TRUE_PEAK_DELAY;
  // The last samples heard, then the piece at hand: [latency | piece]; the oldest go out.
  const left = new Float32Array(latency + PIECE);
  const right = new Float32Array(latency + PIECE);
  const detector = createDetector(left, right, latency, createGainCurve(ahead, sampleRate));

  function process(
    inLeft: Float32Array,
    inRight: Float32Array,
    outLeft: Float32Array,
    outRight: Float32Array,
  ): void {
    for (let from = 0; from < inLeft.length; from += PIECE) {
      const count = Math.min(PIECE, inLeft.length - from);
      fill(left, inLeft, from, count, latency);
      fill(right, inRight, from, count, latency);
      const gains = detector.gainsOf(count);
      empty(left, outLeft, from, count, gains);
      empty(right, outRight, from, count, gains);
      left.copyWithin(0, count, count + latency);
      right.copyWithin(0, count, count + latency);
    }
  }
  return {
    latency,
    get gain() {
      return detector.gain;
    },
    process,
  };
}

interface Detector {
  readonly gain: number;
  /** The gain of each sample of the piece; undefined when all of them are 1. */
  gainsOf(count: number): Float32Array | undefined;
}

function createDetector(left: Float32Array, right: Float32Array, kept: number, curve: GainCurve): Detector {
  const ceiling = 10 ** ((CEILING - UNDER_READING) / 20);
  const harmless = ceiling / OVERSHOOT;
  const gains = new Float32Array(PIECE);
  // For how many more samples one that could push an estimate over the ceiling stays within the estimator's reach.
  let reach = 0;

  function neededAt(i: number): number {
    const newest = kept + i;
    if (Math.abs(left[newest] ?? 0) >= harmless || Math.abs(right[newest] ?? 0) >= harmless)
      reach = TRUE_PEAK_REACH;
    if (reach === 0) return 1;
    reach--;
    const at = newest - TRUE_PEAK_DELAY;
    const loudest = Math.max(truePeakAt(left, at), truePeakAt(right, at));
    return loudest > ceiling ? ceiling / loudest : 1;
  }

  function gainsOf(count: number): Float32Array | undefined {
    const quiet = isBelow(harmless, left, kept, count) && isBelow(harmless, right, kept, count);
    if (quiet && reach === 0 && curve.isOpen()) return undefined;
    for (let i = 0; i < count; i++) {
      const needed = neededAt(i);
      gains[i] = needed === 1 && curve.isOpen() ? 1 : curve.next(needed);
    }
    return gains;
  }
  return {
    get gain() {
      return curve.gain;
    },
    gainsOf,
  };
}

/** Copies a piece of the input behind what is kept. */
function fill(line: Float32Array, input: Float32Array, from: number, count: number, kept: number): void {
  line.set(input.length === count ? input : input.subarray(from, from + count), kept);
}

function empty(
  line: Float32Array,
  output: Float32Array,
  from: number,
  count: number,
  gains: Float32Array | undefined,
): void {
  if (gains === undefined) output.set(line.subarray(0, count), from);
  else for (let i = 0; i < count; i++) output[from + i] = (line[i] ?? 0) * (gains[i] ?? 0);
}

function isBelow(limit: number, line: Float32Array, from: number, count: number): boolean {
  for (let i = from; i < from + count; i++) {
    const sample = line[i] ?? 0;
    if (sample >= limit || sample <= -limit) return false;
  }
  return true;
}
