import { later, type SessionTime } from './units.ts';

/** What the two clocks of a device say at one moment, in milliseconds. */
export interface Moment {
  /** Of the clock on the wall, which a person or a time server may set. */
  readonly wallMs: number;
  /** Of the clock that nobody can set; it may stand still while the device sleeps. */
  readonly steadyMs: number;
}

/** Time that passes by the wall clock, but for what that was set by meanwhile. */
export interface PassingTime {
  /** Milliseconds of the wall clock as it was at the beginning. Asked seldom, it takes many small steps for a large one. */
  nowMs(moment: Moment): number;
  /**
   * Whether something that seemed to last so many milliseconds by the wall clock was only the clock being put on. Answers
   * yes once.
   */
  wasSetBy(ms: number, moment: Moment): boolean;
}

/** Put on by more than this, the wall clock was not set: the device slept, and its other clock with it. */
const SET_BY_AT_MOST_MS = 60_000;
/** By less than this, nothing was set: the clocks are not read in the same instant. */
const SET_BY_AT_LEAST_MS = 500;

/**
 * Follows both clocks from `start` on. A device that sleeps and one whose clock is put on look alike from within; a step
 * back, or on by up to a minute, is taken for the clock's own, since to be a minute late harms less than to move on.
 */
export function createPassingTime(start: Moment): PassingTime {
  let last = start;
  let setBy = 0;
  let putOnBy = 0;
  const nowMs = (moment: Moment) => {
    const step = moment.wallMs - last.wallMs - (moment.steadyMs - last.steadyMs);
    last = moment;
    if (step <= -SET_BY_AT_LEAST_MS) setBy += step;
    if (step >= SET_BY_AT_LEAST_MS && step <= SET_BY_AT_MOST_MS) setBy += putOnBy = step;
    return moment.wallMs - setBy;
  };
  return {
    nowMs,
    wasSetBy(ms, moment) {
      nowMs(moment);
      const wasSet = Math.abs(ms - putOnBy) < SET_BY_AT_LEAST_MS;
      putOnBy = 0;
      return wasSet;
    },
  };
}

/** Where a session with medicine is at a moment of the wall clock: where it was last known to be, and the time since. */
export function placeSince(
  { at, wallMs }: { readonly at: SessionTime; readonly wallMs: number },
  nowMs: number,
): SessionTime {
  return later(at, (nowMs - wallMs) / 1000);
}
