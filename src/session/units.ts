declare const sessionTime: unique symbol;

/** Seconds since *Begin*. What plans, logs and timelines speak; only `audio/clock.ts` turns it into the audio clock's time. */
export type SessionTime = number & { readonly [sessionTime]: true };
/** A length of time in seconds, never a place in it. */
export type Seconds = number;
/** A level in dB relative to a sound as it was made; 0 is unchanged. */
export type Decibels = number;
export type Hertz = number;

/** The end of what has no known end: an open preparation, a hold. */
export const OPEN = Infinity as SessionTime;
export const START = 0 as SessionTime;
/** Two places closer than this are the same: sums of floating numbers do not meet exactly. */
export const INSTANT: Seconds = 1e-6;

/** What counts as silence. Not −∞: a ramp straight in dB needs a finite end, and a floor keeps Bluetooth links awake. */
export const SILENCE: Decibels = -80;
/** Where a fade starts and ends for the ear: the sounds themselves lie near −28 LUFS, so 48 dB below is inaudible in any room. */
export const FADE_FLOOR: Decibels = -48;

export function sessionTimeOf(seconds: number): SessionTime {
  return seconds as SessionTime;
}

/** The place `by` seconds after `at` (before it, when negative). */
export function later(at: SessionTime, by: Seconds): SessionTime {
  return (at + by) as SessionTime;
}

export function earliest(...places: SessionTime[]): SessionTime {
  return Math.min(...places) as SessionTime;
}

export function latest(...places: SessionTime[]): SessionTime {
  return Math.max(...places) as SessionTime;
}

/** Half-open: `from` is in it, `to` is not. */
export interface Span {
  readonly from: SessionTime;
  readonly to: SessionTime;
}

export function within(at: SessionTime, { from, to }: Span): boolean {
  return from <= at && at < to;
}

/** Either what was asked for, or what stood in the way: problems are values at the doors. */
export type Result<Value, Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };
