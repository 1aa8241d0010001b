import type { Decibels, Hertz, Seconds } from '#session/units.ts';
import { createGainCurve, type GainCurve } from './gain-curve.ts';
import { OVERSHOOT, TRUE_PEAK_DELAY, truePeakAt } from './true-peak.ts';

/** Nothing leaves above this true peak. */
export const CEILING: Decibels = -3;
/** Four-fold oversampling reads up to 0.7 dB too little near the Nyquist frequency: what the limiter aims at lies that much lower. */
const UNDER_READING: Decibels = 0.7;
const LOOK_AHEAD: Seconds = 0.005;

/** Samples are handled in pieces of this many, so that a quiet piece can take the short way. */
const PIECE = 256;
/** True peaks look at samples on both sides, so the line keeps a few behind the ones being estimated. */
const MARGIN = TRUE_PEAK_DELAY;

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
  const kept = latency + MARGIN;
  // The last samples heard, then the piece at hand: [latency + MARGIN | piece]. Output is read from MARGIN on.
  const left = new Float32Array(kept + PIECE);
  const right = new Float32Array(kept + PIECE);
  const detector = createDetector(left, right, kept, createGainCurve(ahead, sampleRate));

  function process(
    inLeft: Float32Array,
    inRight: Float32Array,
    outLeft: Float32Array,
    outRight: Float32Array,
  ): void {
    for (let from = 0; from < inLeft.length; from += PIECE) {
      const count = Math.min(PIECE, inLeft.length - from);
      fill(left, inLeft, from, count, kept);
      fill(right, inRight, from, count, kept);
      const gains = detector.gainsOf(count);
      empty(left, outLeft, from, count, gains);
      empty(right, outRight, from, count, gains);
      left.copyWithin(0, count, count + kept);
      right.copyWithin(0, count, count + kept);
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
  let lastPeak = 0;

  function gainsOf(count: number): Float32Array | undefined {
    const peak = Math.max(peakOf(left, kept, count), peakOf(right, kept, count));
    const quiet = peak < harmless && lastPeak < harmless;
    // A piece shorter than the estimator's reach does not yet take its neighbours out of it.
    lastPeak = count >= 2 * TRUE_PEAK_DELAY ? peak : Math.max(peak, lastPeak);
    if (quiet && curve.isOpen()) return undefined;
    const first = kept - TRUE_PEAK_DELAY;
    for (let i = 0; i < count; i++) {
      const loudest = Math.max(truePeakAt(left, first + i), truePeakAt(right, first + i));
      gains[i] = curve.next(loudest > ceiling ? ceiling / loudest : 1);
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

function fill(line: Float32Array, input: Float32Array, from: number, count: number, kept: number): void {
  for (let i = 0; i < count; i++) line[kept + i] = input[from + i] ?? 0;
}

function empty(
  line: Float32Array,
  output: Float32Array,
  from: number,
  count: number,
  gains?: Float32Array,
): void {
  if (gains === undefined) for (let i = 0; i < count; i++) output[from + i] = line[MARGIN + i] ?? 0;
  else for (let i = 0; i < count; i++) output[from + i] = (line[MARGIN + i] ?? 0) * (gains[i] ?? 0);
}

function peakOf(line: Float32Array, from: number, count: number): number {
  let peak = 0;
  for (let i = from; i < from + count; i++) {
    const size = Math.abs(line[i] ?? 0);
    if (size > peak) peak = size;
  }
  return peak;
}
