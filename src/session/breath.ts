import { rampOf, type Ramp } from './breath-ramp.ts';
import type { Seconds, SessionTime } from './units.ts';

/** Seconds of in, hold, out, hold. */
export type BreathPattern = readonly [inhale: Seconds, full: Seconds, exhale: Seconds, empty: Seconds];

/** How one is led to breathe. */
export interface Breathing {
  readonly pattern: BreathPattern;
  /** A second, shorter breath in, on top of the first; none where it is left out or 0. */
  readonly topUp?: Seconds | undefined;
  /** Breaths a minute at the beginning, a person's own; from there it slows to the pattern's pace. */
  readonly fromRate?: number | undefined;
}

/** A breathing somebody chose; `title` where it is their own. */
export interface ChosenBreath extends Breathing {
  readonly title?: string | undefined;
}

export type BreathPart = 'in' | 'top-up' | 'full' | 'out' | 'empty';

/** Where a breath is. */
export interface BreathMoment {
  readonly part: BreathPart;
  /** How far through this part, 0 up to 1. */
  readonly progress: number;
  /** How full the lungs are, 0 to 1: what the figure shows and the pitch follows. */
  readonly fullness: number;
  /** Counted from the first breath, 0. */
  readonly breath: number;
}

/** The length of a whole breath at the pattern's own pace. */
export function breathLength({ pattern, topUp = 0 }: Breathing): Seconds {
  return pattern[0] + topUp + pattern[1] + pattern[2] + pattern[3];
}

/** The parts of one breath at the pattern's own pace, in order; those that take no time are left out. */
export function partsOf({ pattern, topUp = 0 }: Breathing): { part: BreathPart; length: Seconds }[] {
  const [inhale, full, exhale, empty] = pattern;
  const parts: { part: BreathPart; length: Seconds }[] = [
    { part: 'in', length: inhale },
    { part: 'top-up', length: topUp },
    { part: 'full', length: full },
    { part: 'out', length: exhale },
    { part: 'empty', length: empty },
  ];
  return parts.filter(({ length }) => length > 0);
}

/** `1.5+0.5-0-5-0, from 14 a minute`: how it is printed. */
export function breathName({ pattern, topUp = 0, fromRate }: Breathing): string {
  const [inhale, ...others] = pattern;
  const parts = [topUp > 0 ? `${inhale}+${topUp}` : inhale, ...others].join('-');
  return fromRate === undefined ? parts : `${parts}, from ${Math.round(fromRate * 10) / 10} a minute`;
}

/** The moment of breath at `at`, for breathing that began at `origin`. Before the origin it rests at empty. */
export function breathAt(breathing: Breathing, origin: SessionTime, at: SessionTime): BreathMoment {
  if (at < origin) return { part: 'empty', progress: 0, fullness: 0, breath: 0 };
  const { breath, into } = wholeBreathAt(breathing, at - origin);
  let left = into;
  for (const { part, length } of partsOf(breathing)) {
    if (left < length) {
      const progress = left / length;
      return { part, progress, fullness: fullness(breathing, part, progress), breath };
    }
    left -= length;
  }
  return { part: 'in', progress: 0, fullness: 0, breath: breath + 1 };
}

/** Breaths a minute at a moment: that of the breath it falls in. */
export function rateAt(breathing: Breathing, origin: SessionTime, at: SessionTime): number {
  return 60 / (breathLength(breathing) * wholeBreathAt(breathing, Math.max(0, at - origin)).stretch);
}

/** How long the whole breaths take that have room in so many seconds. */
export function wholeBreaths(breathing: Breathing, seconds: Seconds): Seconds {
  return wholeBreathAt(breathing, seconds).began;
}

/** One whole breath of a breathing, and a place in it. */
export interface WholeBreath {
  readonly breath: number;
  /** Seconds after the first breath began. */
  readonly began: Seconds;
  /** How long this breath takes, in lengths of the pattern: below 1 on the way down from a quicker rate. */
  readonly stretch: number;
  /** How far into it, measured at the pattern's own pace. */
  readonly into: Seconds;
}

/** Worked out once for a breathing: it is asked for forty times a second. */
const ramps = new WeakMap<Breathing, Ramp>();

/** The breath that `since` seconds after the first one began falls in. */
export function wholeBreathAt(breathing: Breathing, since: Seconds): WholeBreath {
  const length = breathLength(breathing);
  const ramp = ramps.get(breathing) ?? rampOf(60 / length, breathing.fromRate);
  ramps.set(breathing, ramp);
  if (since < ramp.to) {
    const breath = ramp.breathAt(since);
    const began = ramp.begins[breath] ?? 0;
    const stretch = ((ramp.begins[breath + 1] ?? ramp.to) - began) / length;
    return { breath, began, stretch, into: (since - began) / stretch };
  }
  const more = Math.floor((since - ramp.to) / length);
  const began = ramp.to + more * length;
  return { breath: ramp.begins.length + more, began, stretch: 1, into: Math.max(0, since - began) };
}

/** A half cosine from 0 to 1: at rest at both ends, so that no turn of the breath has a corner. */
function eased(progress: number): number {
  return (1 - Math.cos(Math.PI * progress)) / 2;
}

/** How full the first breath in leaves the lungs: its share of the whole way in. */
export function firstFill({ pattern, topUp = 0 }: Breathing): number {
  return pattern[0] / (pattern[0] + topUp);
}

function fullness(breathing: Breathing, part: BreathPart, progress: number): number {
  const first = firstFill(breathing);
  switch (part) {
    case 'in':
      return first * eased(progress);
    case 'top-up':
      return first + (1 - first) * eased(progress);
    case 'full':
      return 1;
    case 'out':
      return 1 - eased(progress);
    case 'empty':
      return 0;
  }
}
