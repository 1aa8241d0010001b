import {
  FADE_FLOOR,
  later,
  OPEN,
  SILENCE,
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

/** No sound is allowed to rise faster than this; see SPEC [A2]. */
export const STEEPEST_RISE = 6;
/** How long the inaudible part of a rise from silence takes. */
const FLOOR_STEP: Seconds = 0.05;

export const SILENT: Automation = [{ at: 0 as SessionTime, level: SILENCE }];
export const UNCHANGED: Automation = [{ at: 0 as SessionTime, level: 0 }];

interface Point {
  readonly at: SessionTime;
}

/** Straight interpolation over any sorted points, held at both ends. */
function valueAt<P extends Point>(points: readonly P[], at: SessionTime, of: (point: P) => number): number {
  let before: P | undefined;
  for (const point of points) {
    if (point.at > at) return before === undefined ? of(point) : between(before, point, at, of);
    before = point;
  }
  return before === undefined ? Number.NaN : of(before);
}

function between<P extends Point>(before: P, after: P, at: SessionTime, of: (point: P) => number): number {
  const share = (at - before.at) / (after.at - before.at);
  return of(before) + (of(after) - of(before)) * share;
}

export function levelAt(automation: Automation, at: SessionTime): Decibels {
  return valueAt(automation, at, (point) => point.level);
}

export function hzAt(glide: Glide, at: SessionTime): Hertz {
  return valueAt(glide, at, (point) => point.hz);
}

/** A straight line from one level to another that never rises faster than [A2] allows, and takes at least `atLeast`. */
export function ramp(from: Breakpoint, level: Decibels, atLeast: Seconds): Automation {
  if (level <= from.level) return [from, { at: later(from.at, atLeast), level }];
  const audible = Math.max(from.level, Math.min(FADE_FLOOR, level));
  const duration = Math.max(atLeast, (level - audible) / STEEPEST_RISE);
  const lifted = audible > from.level ? [{ at: later(from.at, FLOOR_STEP), level: audible }] : [];
  return [from, ...lifted, { at: later(from.at, duration + (lifted.length > 0 ? FLOOR_STEP : 0)), level }];
}

/**
 * What was until `at`, and what is wanted from then on, joined by a ramp of at least `atLeast` seconds.
 * The past is untouched; where both agree nothing changes.
 */
export function splice(past: Automation, future: Automation, at: SessionTime, atLeast: Seconds): Automation {
  const kept = past.filter((point) => point.at < at);
  const from = { at, level: levelAt(past, at) };
  const joined = joinTo(from, future, atLeast);
  const end = joined.at(-1)?.at ?? at;
  return withoutRepeats([...kept, ...joined, ...future.filter((point) => point.at > end)]);
}

/** The ramp that catches up with a moving target: aimed where the target will be when the ramp arrives. */
function joinTo(from: Breakpoint, future: Automation, atLeast: Seconds): Automation {
  let duration = Math.max(atLeast, FLOOR_STEP);
  for (let look = 0; look < 8; look++) {
    const target = levelAt(future, later(from.at, duration));
    const way = ramp(from, target, duration);
    const needed = (way.at(-1)?.at ?? from.at) - from.at;
    if (needed <= duration + 1e-9) return way;
    duration = needed;
  }
  return ramp(from, levelAt(future, later(from.at, duration)), duration);
}

/** The same for a frequency: a glide that leaves from where it is. */
export function spliceGlide(past: Glide, future: Glide, at: SessionTime, atLeast: Seconds): Glide {
  const meet = later(at, atLeast);
  return [
    ...past.filter((point) => point.at < at),
    { at, hz: hzAt(past, at) },
    { at: meet, hz: hzAt(future, meet) },
    ...future.filter((point) => point.at > meet),
  ];
}

/** Both at once: levels in dB add where gains multiply. */
export function sum(one: Automation, other: Automation): Automation {
  const places = [...new Set([...one, ...other].map((point) => point.at))].sort((a, b) => a - b);
  return withoutRepeats(
    places.map((at) => ({ at, level: Math.max(SILENCE, levelAt(one, at) + levelAt(other, at)) })),
  );
}

/** Points that lie on the line between their neighbours carry nothing, and each would cost the audio thread. */
function withoutRepeats(automation: Automation): Automation {
  return automation.filter((point, nth) => {
    const before = automation[nth - 1];
    const after = automation[nth + 1];
    if (before === undefined) return true;
    if (after === undefined) return point.level !== before.level;
    return !(before.level === point.level && point.level === after.level);
  });
}

/** How long the automation still moves after `at`; OPEN never occurs in a breakpoint. */
export function settledFrom(automation: Automation): SessionTime {
  return automation.at(-1)?.at ?? OPEN;
}
