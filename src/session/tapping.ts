import { LONGEST_DELAY } from './checked.ts';
import type { Seconds } from './units.ts';

/** Ticks to tap along with: slow enough that a delay cannot be taken for the tick before it, quick enough to be tapped evenly. */
export const TICKS = 8;
export const TICK_EVERY: Seconds = 0.8;
/** Nobody taps evenly from the first tick on. */
const FINDING_IN = 2;
/** So many taps say something. */
const FEWEST = 4;
/** A tap may come this much before its tick; earlier ones belong to the tick before. */
const EARLY: Seconds = 0.2;
/** Half of the taps lie this near to the middle one, or the whole says nothing. Trained tappers reach 0.02 s. */
const WIDEST_SPREAD: Seconds = 0.06;

/** How much later than told the ear hears, or why the taps do not say. */
export type TappedDelay =
  | { readonly kind: 'delay'; readonly delay: Seconds; readonly spread: Seconds }
  | { readonly kind: 'too-few' }
  | { readonly kind: 'too-uneven'; readonly spread: Seconds };

/**
 * From taps along with even ticks, both in seconds of one clock, to the delay between what the device says it plays and
 * what the ear hears [K12]. `latency` is what the device itself tells of its way to the ear. The median offset counts, so
 * that one slip does not; the spread is the median distance from it.
 */
export function tappedDelay(firstTick: Seconds, taps: readonly Seconds[], latency: Seconds): TappedDelay {
  const offsets = taps
    .filter((tap) => tap >= firstTick + FINDING_IN * TICK_EVERY - EARLY)
    .map((tap) => offsetOf(tap - firstTick));
  if (offsets.length < FEWEST) return { kind: 'too-few' };
  const middle = median(offsets);
  const spread = median(offsets.map((offset) => Math.abs(offset - middle)));
  if (spread > WIDEST_SPREAD) return { kind: 'too-uneven', spread };
  return { kind: 'delay', delay: Math.min(LONGEST_DELAY, Math.max(0, middle - latency)), spread };
}

/** How far a tap lies after the tick it belongs to. */
function offsetOf(sinceFirst: Seconds): Seconds {
  const shifted = (sinceFirst + EARLY) % TICK_EVERY;
  return (shifted < 0 ? shifted + TICK_EVERY : shifted) - EARLY;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return (low + high) / 2;
}
