import type { Seconds } from './units.ts';

/** The breaths on the way from a person's own rate to the pattern's, which are quicker than the pattern's. */
export interface Ramp {
  /** Where each of them begins, in seconds after the first. */
  readonly begins: readonly Seconds[];
  /** Where the first breath at the pattern's own pace begins. */
  readonly to: Seconds;
  /** Which of them a place before `to` falls in. */
  readonly breathAt: (since: Seconds) => number;
}

/**
 * From `own` breaths a minute down to `wanted`, each breath whole and a little longer than the one before. After a
 * breath at a rate of r the rate falls by 1/(r + 1): a minute, wherever it begins, touches r + 1 of them at most, so that
 * within no minute it slows by more than one breath a minute [B6]. Who is slower already has no way to go [B7].
 */
export function rampOf(wanted: number, own = wanted): Ramp {
  const begins: Seconds[] = [];
  let to: Seconds = 0;
  for (let rate = own; rate > wanted; rate -= 1 / (rate + 1)) {
    begins.push(to);
    to += 60 / rate;
  }
  return { begins, to, breathAt: (since) => lastBefore(begins, since) };
}

/** By halves: a ramp has up to two hundred breaths. */
function lastBefore(begins: readonly Seconds[], since: Seconds): number {
  let [low, high] = [0, begins.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((begins[middle] ?? 0) <= since) low = middle;
    else high = middle - 1;
  }
  return low;
}
