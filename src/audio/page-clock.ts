import type { Seconds } from '#session/units.ts';

/** Tells when something in the page happened in terms of the audio clock. */
export interface PageClock {
  /** From the time stamp of an event, in milliseconds of the page's own clock. */
  readonly timeOf: (eventMs: number) => Seconds;
  /** Compares the two clocks once more. */
  readonly look: () => void;
}

/**
 * The audio clock is told in steps of a whole block, and stands still in between: of many looks, the one at which it was
 * furthest ahead has just seen it step, and is the one to believe.
 */
export function createPageClock(context: { readonly currentTime: number }, nowMs: () => number): PageClock {
  let ahead = Number.NEGATIVE_INFINITY;
  const look = () => void (ahead = Math.max(ahead, context.currentTime - nowMs() / 1000));
  look();
  return { timeOf: (eventMs) => eventMs / 1000 + ahead, look };
}
