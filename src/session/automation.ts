import {
  FADE_FLOOR,
  later,
  SILENCE,
  START,
  type Decibels,
  type Hertz,
  type Seconds,
  type SessionTime,
} from './units.ts';

/** One point of an automation; between two points the level runs straight in dB. */
export interface Breakpoint {
  readonly at: SessionTime;
  readonly level: Decibels;
}
/** A level over session time: sorted breakpoints, held before the first and after the last. Never empty. */
export type Automation = readonly Breakpoint[];

/** A frequency over session time, straight in hertz between its points. */
export type Glide = readonly { readonly at: SessionTime; readonly hz: Hertz }[];

/** dB a second. No sound is allowed to rise faster once it can be heard, so that nothing startles [A2]. */
export const STEEPEST_RISE = 6;
/** How long the inaudible part of a rise from silence takes: no step, for a step could click. */
const FLOOR_STEP: Seconds = 0.05;
/** Differences no ear and no test can tell: what sums of floating numbers leave behind. */
const NOTHING = 1e-9;

/** One level from the beginning on. */
export function steady(level: Decibels): Automation {
  return [{ at: START, level }];
}

interface Point {
  readonly at: SessionTime;
}

/** Straight interpolation over any sorted points, held at both ends. */
function valueAt<P extends Point>(points: readonly P[], at: SessionTime, of: (point: P) => number): number {
  const nth = countUntil(points, at);
  const [before, after] = [points[nth - 1], points[nth]];
  if (before === undefined) return after === undefined ? Number.NaN : of(after);
  if (after === undefined) return of(before);
  const share = (at - before.at) / (after.at - before.at);
  return of(before) + (of(after) - of(before)) * share;
}

/** How many points lie at or before a place. By halves, for a long session has hundreds and is asked many times a second. */
function countUntil(points: readonly Point[], at: SessionTime): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.at ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function levelAt(automation: Automation, at: SessionTime): Decibels {
  return valueAt(automation, at, (point) => point.level);
}

export function hzAt(glide: Glide, at: SessionTime): Hertz {
  return valueAt(glide, at, (point) => point.hz);
}

/**
 * What was until `at`, and what is wanted from then on, joined by a ramp of at least `atLeast` seconds.
 * The past is untouched [T3]; where both agree nothing changes.
 */
export function splice(past: Automation, future: Automation, at: SessionTime, atLeast: Seconds): Automation {
  if (agree(past, future, at)) return past;
  const kept = past.filter((point) => point.at < at);
  return tidy([...kept, ...wayTo(future, { at, level: levelAt(past, at) }, atLeast)]);
}

/** The same automation without a rise steeper than [A2] allows: it comes up more slowly until it has caught up. */
export function gentle(automation: Automation): Automation {
  const nth = automation.findIndex((point, index) => isTooSteep(point, automation[index + 1]));
  const [before, after] = [automation[nth], automation[nth + 1]];
  if (before === undefined || after === undefined) return automation;
  const heard = whereHeard(before, after);
  return tidy([...automation.slice(0, nth + 1), ...gentle(catchUp(automation, heard, heard.at))]);
}

/** Both at once: levels in dB add where gains multiply. */
export function sum(...all: readonly Automation[]): Automation {
  const moving = all.filter((one) => one.length > 1); // what stands still has no place that matters
  const places = [...new Set((moving.length > 0 ? moving : all).flat().map((point) => point.at))].sort(
    (a, b) => a - b,
  );
  const together = (at: SessionTime) => all.reduce((total, one) => total + levelAt(one, at), 0);
  return tidy(places.map((at) => ({ at, level: Math.max(SILENCE, together(at)) })));
}

function agree(one: Automation, other: Automation, from: SessionTime): boolean {
  const places = [...one, ...other].map((point) => point.at).filter((at) => at > from);
  return [from, ...places].every((at) => Math.abs(levelAt(one, at) - levelAt(other, at)) < NOTHING);
}

/** From a level to an automation that is already under way: aimed at where that will be when the ramp arrives. */
function wayTo(future: Automation, from: Breakpoint, atLeast: Seconds): Automation {
  const rises = levelAt(future, later(from.at, atLeast)) > from.level;
  const meet = later(from.at, rises ? Math.max(atLeast, 2 * FLOOR_STEP) : atLeast);
  const aim = { at: meet, level: levelAt(future, meet) };
  const start =
    from.level < FADE_FLOOR && aim.level > FADE_FLOOR
      ? { at: later(from.at, FLOOR_STEP), level: FADE_FLOOR }
      : from;
  if (isTooSteep(start, aim)) return tidy([from, ...catchUp(future, start, meet)]);
  return tidy([from, start, aim, ...future.filter((point) => point.at > meet)]);
}

/** Rises from `start` as fast as [A2] allows, until it meets the automation: not before `earliest`, where it is still below. */
function catchUp(future: Automation, start: Breakpoint, earliest: SessionTime): Automation {
  const missing = ({ at, level }: Breakpoint) => level - (start.level + STEEPEST_RISE * (at - start.at));
  let before: Breakpoint = { at: earliest, level: levelAt(future, earliest) };
  const ahead = future.filter((point) => point.at > earliest);
  for (const [nth, point] of ahead.entries()) {
    if (missing(point) <= 0) {
      const share = missing(before) / (missing(before) - missing(point));
      const at = later(before.at, (point.at - before.at) * (share > 0 ? share : 0));
      return [start, { at, level: levelAt(future, at) }, ...ahead.slice(nth)];
    }
    before = point;
  }
  return [start, { at: later(before.at, missing(before) / STEEPEST_RISE), level: before.level }];
}

function isTooSteep(from: Breakpoint, to: Breakpoint | undefined): boolean {
  if (to === undefined || to.level <= from.level || to.level <= FADE_FLOOR) return false;
  return to.level - from.level > STEEPEST_RISE * (to.at - from.at) + NOTHING;
}

/** Where a rise passes the floor: only from there on is it heard. */
function whereHeard(from: Breakpoint, to: Breakpoint): Breakpoint {
  if (from.level >= FADE_FLOOR) return from;
  const share = (FADE_FLOOR - from.level) / (to.level - from.level);
  return { at: later(from.at, (to.at - from.at) * share), level: FADE_FLOOR };
}

/** Points on a flat stretch, and points that stand twice, carry nothing, and each would cost the audio thread. */
function tidy(automation: Automation): Automation {
  const once = automation.filter((point, nth) => {
    const before = automation[nth - 1];
    return before?.at !== point.at || before.level !== point.level;
  });
  return once.filter((point, nth) => {
    const [before, after] = [once[nth - 1], once[nth + 1]];
    return before?.level !== point.level || (after !== undefined && after.level !== point.level);
  });
}

/** The same for a frequency: a glide that leaves from where it is, and takes its time to the one that is wanted. */
export function spliceGlide(past: Glide, future: Glide, at: SessionTime, atLeast: Seconds): Glide {
  const places = [...past, ...future].map((point) => point.at).filter((place) => place > at);
  if ([at, ...places].every((place) => Math.abs(hzAt(past, place) - hzAt(future, place)) < NOTHING))
    return past;
  const meet = later(at, atLeast);
  return [
    ...past.filter((point) => point.at < at),
    { at, hz: hzAt(past, at) },
    { at: meet, hz: hzAt(future, meet) },
    ...future.filter((point) => point.at > meet),
  ];
}
