import type { ChosenRate } from '#session/history.ts';

/** A practice as a point: pixels from the left and from the top. */
export interface RatePoint {
  readonly x: number;
  readonly y: number;
  readonly key: string;
}

/** Never less of a scale than this many breaths a minute, so that a small change looks small. */
const LEAST_SPAN = 4;

/** Slowest and quickest of the scale, in whole breaths a minute. */
export function rateScale(rates: readonly ChosenRate[]): readonly [slow: number, quick: number] {
  const all = rates.map(({ rate }) => rate);
  const slow = Math.floor(Math.min(...all));
  const quick = Math.ceil(Math.max(...all));
  const more = Math.max(0, LEAST_SPAN - (quick - slow));
  const below = Math.min(Math.floor(more / 2), Math.max(0, slow - 1));
  return [slow - below, quick + more - below];
}

/** In time from left to right, slower lower; the same moment in the middle. */
export function ratePoints(
  rates: readonly ChosenRate[],
  { width, top, low }: { readonly width: number; readonly top: number; readonly low: number },
): readonly RatePoint[] {
  const [slow, quick] = rateScale(rates);
  const began = rates[0]?.beganMs ?? 0;
  const span = (rates.at(-1)?.beganMs ?? 0) - began;
  return rates.map(({ beganMs, rate }, nth) => ({
    x: span === 0 ? width / 2 : ((beganMs - began) / span) * width,
    y: low - ((rate - slow) / (quick - slow)) * (low - top),
    key: `${beganMs}/${nth}`,
  }));
}
