import type { Seconds, SessionTime } from './units.ts';

/** Seconds of in, hold, out, hold. */
export type BreathPattern = readonly [inhale: Seconds, full: Seconds, exhale: Seconds, empty: Seconds];

/** The clinic default: an exhale longer than the inhale, six breaths a minute. */
export const EXTENDED_EXHALE: BreathPattern = [4, 0, 6, 0];
export const COHERENT: BreathPattern = [5, 0, 5, 0];

export type BreathPart = 'in' | 'full' | 'out' | 'empty';

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

const PARTS: readonly BreathPart[] = ['in', 'full', 'out', 'empty'];

export function breathLength(pattern: BreathPattern): Seconds {
  return pattern[0] + pattern[1] + pattern[2] + pattern[3];
}

/** The moment of breath at `at`, for breathing that began at `origin`. Before the origin it rests at empty. */
export function breathAt(pattern: BreathPattern, origin: SessionTime, at: SessionTime): BreathMoment {
  const length = breathLength(pattern);
  if (at < origin) return { part: 'empty', progress: 0, fullness: 0, breath: 0 };
  const breath = Math.floor((at - origin) / length);
  let into = at - origin - breath * length;
  for (const [nth, part] of PARTS.entries()) {
    const duration = pattern[nth] ?? 0;
    if (into < duration)
      return { part, progress: into / duration, fullness: fullness(part, into / duration), breath };
    into -= duration;
  }
  return { part: 'in', progress: 0, fullness: 0, breath: breath + 1 };
}

function fullness(part: BreathPart, progress: number): number {
  if (part === 'full') return 1;
  if (part === 'empty') return 0;
  const eased = (1 - Math.cos(Math.PI * progress)) / 2;
  return part === 'in' ? eased : 1 - eased;
}
