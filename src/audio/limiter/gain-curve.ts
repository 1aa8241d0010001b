import type { Hertz, Seconds } from '#session/units.ts';

/** How slowly the gain comes back: fast enough not to be heard as a hole, slow enough not to be heard as a wobble. */
const RELEASE: Seconds = 0.25;
/** So near to 1 that the rest is taken in one step: −120 dB. */
const NEARLY_OPEN = 1e-6;

/** The gain of a look-ahead limiter: always there before the peak, never in a step. */
export interface GainCurve {
  readonly gain: number;
  /** Nothing is being held down, and nothing is on its way. */
  isOpen(): boolean;
  /** Takes what the newest sample needs (0 to 1), gives the gain for the one `ahead` samples before it. */
  next(needed: number): number;
}

/**
 * The lowest need among the last `ahead + 1` samples, released exponentially, averaged over half of them twice
 * (a triangle): a mean of values that are each low enough is low enough, and its slope has no corners that click.
 */
export function createGainCurve(ahead: number, sampleRate: Hertz): GainCurve {
  const half = Math.floor(ahead / 2);
  const lowest = createLowest(ahead + 1);
  const first = createMean(half);
  const second = createMean(ahead - half);
  const back = 1 - Math.exp(-1 / (RELEASE * sampleRate));
  let held = 1;
  let gain = 1;
  let openFor = 2 * ahead + 1;

  function next(needed: number): number {
    const low = lowest.next(needed);
    held = low < held ? low : held + (low - held) * back;
    if (held > 1 - NEARLY_OPEN) held = 1;
    openFor = held === 1 ? openFor + 1 : 0;
    gain = second.next(first.next(held));
    if (openFor > ahead) gain = 1; // running sums carry rounding; after a window of ones the mean is one
    return gain;
  }

  return {
    get gain() {
      return gain;
    },
    isOpen: () => openFor > 2 * ahead,
    next,
  };
}

interface Running {
  next(value: number): number;
}

/** The lowest of the last `count` values: a queue of those that could still become the lowest. */
function createLowest(count: number): Running {
  const values = new Float64Array(count).fill(1);
  const places = new Float64Array(count).fill(-count);
  let head = 0;
  let size = 0;
  let place = 0;
  return {
    next(value) {
      if (size > 0 && (places[head] ?? 0) <= place - count) {
        head = (head + 1) % count;
        size--;
      }
      while (size > 0 && (values[(head + size - 1) % count] ?? 0) >= value) size--;
      const tail = (head + size) % count;
      values[tail] = value;
      places[tail] = place++;
      size++;
      return values[head] ?? 1;
    },
  };
}

/** The mean of the last `count` values, ones before the first. */
function createMean(count: number): Running {
  const values = new Float64Array(count).fill(1);
  let sum = count;
  let place = 0;
  return {
    next(value) {
      sum += value - (values[place] ?? 0);
      values[place] = value;
      place = place + 1 === count ? 0 : place + 1;
      return sum / count;
    },
  };
}
