import { sessionTimeOf, type Seconds, type SessionTime } from '#session/units.ts';
import type { PlayerParts } from './contract.ts';

/** Modulation is sampled this often, and drawn straight between. 25 ms is finer than any swell and coarse enough to be cheap. */
const STEPS_A_SECOND = 40;
/** Handed over in blocks on a fixed grid of session time, so that all players draw the very same curves. */
const BLOCK: Seconds = 10;
const BLOCK_STEPS = BLOCK * STEPS_A_SECOND;
/** A curve whose beginning slips into the past while it is written would run into the next one, and that throws. */
const AHEAD: Seconds = 0.02;

/** Parameters that follow session time: a pure function, asked for all of them at once. */
export interface Modulation {
  readonly params: readonly AudioParam[];
  /** One value for each parameter. */
  readonly valuesAt: (at: SessionTime) => readonly number[];
}

/** Steps `from` to `to`, without the `missed` first ones. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly missed: number;
}

export interface Modulator {
  readonly start: (at: SessionTime) => void;
  /** Hands over every block that begins before `to`. */
  readonly commit: (to: SessionTime) => void;
}

/** Step numbers count from Begin: step n is n/40 s. */
function placeOf(step: number): SessionTime {
  return sessionTimeOf(step / STEPS_A_SECOND);
}

/** Hands curves to the audio thread. Nothing is ever taken back, so blocks only need to meet, never to be cancelled. */
export function createModulator(parts: PlayerParts, { params, valuesAt }: Modulation): Modulator {
  const { context, when } = parts;
  let step = 0;

  function start(at: SessionTime): void {
    step = Math.floor((at + AHEAD) * STEPS_A_SECOND + 1e-6) + 1; // the first step that can be drawn
    const begin = Math.max(0, when(at));
    const first = Math.max(begin, when(placeOf(step)) - 1 / context.sampleRate);
    const [values, next] = [valuesAt(at), valuesAt(placeOf(step))];
    for (const [nth, param] of params.entries()) {
      param.setValueAtTime(values[nth] ?? 0, begin);
      param.linearRampToValueAtTime(next[nth] ?? 0, first);
    }
  }

  function write(from: number, to: number): void {
    const curves = curvesOf({ params, valuesAt }, from, to);
    // Asked after the arithmetic: what slipped into the past meanwhile is left out, or the curve would end late.
    const missed = missedSince(parts, from);
    if (from + missed >= to) return;
    for (const [which, curve] of curves.entries()) draw(parts, params[which], curve, { from, to, missed });
  }

  function commit(to: SessionTime): void {
    if (params.length === 0) return;
    while (placeOf(step) < to) {
      step += missedSince(parts, step);
      const end = (Math.floor(step / BLOCK_STEPS) + 1) * BLOCK_STEPS;
      write(step, end);
      step = end;
    }
  }

  return { start, commit };
}

/**
 * A curve that was written while its beginning slipped into the past ends late, and the next one runs into it: that
 * one begins a step later instead [M20], for what throws here would throw at every turn, and the sound would stand still.
 */
function draw(
  parts: PlayerParts,
  param: AudioParam | undefined,
  curve: Float32Array<ArrayBuffer>,
  stretch: Stretch,
): void {
  const { context, when } = parts;
  const { from, to, missed } = stretch;
  if (from + missed >= to) return;
  // On whole samples: between two, Chromium now and then takes one sample from the wrong step of the curve, a click.
  const begin = wholeSample(context, when(placeOf(from + missed)));
  // One sample short: curves that touch may overlap by a rounding error, and overlapping curves throw.
  const duration = wholeSample(context, when(placeOf(to))) - begin - 1 / context.sampleRate;
  try {
    param?.setValueCurveAtTime(curve.subarray(missed), begin, duration);
  } catch {
    draw(parts, param, curve, { from, to, missed: missed + 1 });
  }
}

/** How many of the steps after `from` can no longer be drawn because the page was held up. */
function missedSince({ context, when }: PlayerParts, from: number): number {
  const late = context.currentTime + AHEAD - when(placeOf(from));
  return late > 0 ? Math.ceil(late * STEPS_A_SECOND) : 0;
}

/** One curve for each parameter, both ends in it. */
function curvesOf({ params, valuesAt }: Modulation, from: number, to: number): Float32Array<ArrayBuffer>[] {
  const curves = params.map(() => new Float32Array(to - from + 1));
  for (let nth = from; nth <= to; nth++) {
    const values = valuesAt(placeOf(nth));
    for (const [which, curve] of curves.entries()) curve[nth - from] = values[which] ?? 0;
  }
  return curves;
}

function wholeSample({ sampleRate }: BaseAudioContext, place: Seconds): Seconds {
  return Math.round(place * sampleRate) / sampleRate;
}
