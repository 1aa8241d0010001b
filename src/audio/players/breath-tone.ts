import { breathAt, type BreathPattern } from '#session/breath.ts';
import type { Hertz, SessionTime } from '#session/units.ts';

/** Tone: pitch and gain. Air: corner and gain. Everything the breath cue is at one moment. */
export interface BreathCue {
  readonly hz: Hertz;
  readonly tone: number;
  readonly airHz: Hertz;
  readonly air: number;
}

/** Empty lungs sound D3, full ones A3: a fifth, rising and falling with the breath. */
const EMPTY_HZ: Hertz = 146.83;
const FULL_HZ: Hertz = 220;
const LEVEL = { tone: 0.022, brightAir: 0.15, darkAir: 0.24 };

/** A gentle trembling while the breath is held: so often a second, so deep. */
const SHIMMER = { perSecond: 4.5, depth: 0.14 };

/** What the breath at `at` sounds like. In: rising, bright air. Full: steady, soft, shimmering. Out: falling, dark air. Empty: nothing. */
export function breathCueAt(pattern: BreathPattern, origin: SessionTime, at: SessionTime): BreathCue {
  const { part, progress, fullness } = breathAt(pattern, origin, at);
  const hz = EMPTY_HZ + (FULL_HZ - EMPTY_HZ) * fullness;
  // Every part begins at the level where the one before it ended, so that none of the turns clicks.
  const quarter = (Math.PI / 2) * progress;
  const hill = Math.sin(2 * quarter) ** 2;
  if (part === 'in') {
    return {
      hz,
      tone: LEVEL.tone * Math.sin(quarter),
      airHz: 900 + 3100 * fullness,
      air: LEVEL.brightAir * hill,
    };
  }
  if (part === 'out') {
    return {
      hz,
      tone: LEVEL.tone * Math.cos(quarter),
      airHz: 420 + 480 * fullness,
      air: LEVEL.darkAir * hill,
    };
  }
  if (part === 'empty') return { hz, tone: 0, airHz: 420, air: 0 };
  const shimmer = SHIMMER.depth * Math.sin(2 * Math.PI * SHIMMER.perSecond * (at - origin));
  return { hz, tone: LEVEL.tone * (1 - hill * (0.35 + shimmer)), airHz: 900, air: 0 };
}

/** Turns the tone has made since the origin: its pitch follows `fullness`, whose area is known in closed form. */
export function breathCyclesAt(pattern: BreathPattern, origin: SessionTime, at: SessionTime): number {
  if (at < origin) return (at - origin) * EMPTY_HZ;
  const { part, progress, breath } = breathAt(pattern, origin, at);
  const [inhale, full, exhale] = pattern;
  const eased = progress / 2 - Math.sin(Math.PI * progress) / (2 * Math.PI);
  const done = {
    in: inhale * eased,
    full: inhale / 2 + full * progress,
    out: inhale / 2 + full + exhale * (progress - eased),
    empty: inhale / 2 + full + exhale / 2,
  }[part];
  const filled = breath * (inhale / 2 + full + exhale / 2) + done;
  return (at - origin) * EMPTY_HZ + (FULL_HZ - EMPTY_HZ) * filled;
}
