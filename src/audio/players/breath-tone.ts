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
const LEVEL = { tone: 0.06, air: 0.5 };

/** What the breath at `at` sounds like. In: rising, bright air. Full: steady, soft, shimmering. Out: falling, dark air. Empty: next to nothing. */
export function breathCueAt(pattern: BreathPattern, origin: SessionTime, at: SessionTime): BreathCue {
  const { part, progress, fullness } = breathAt(pattern, origin, at);
  const hz = EMPTY_HZ + (FULL_HZ - EMPTY_HZ) * fullness;
  // Every part begins and ends at the same levels, so that none of the turns clicks.
  const hill = Math.sin(Math.PI * progress) ** 2;
  const swell = 0.3 + 0.7 * fullness;
  if (part === 'in')
    return { hz, tone: LEVEL.tone * fullness ** 0.7, airHz: 900 + 2600 * fullness, air: LEVEL.air * hill };
  if (part === 'out') return { hz, tone: LEVEL.tone * swell * fullness, airHz: 900, air: LEVEL.air * hill };
  if (part === 'empty') return { hz, tone: 0, airHz: 900, air: 0 };
  return { hz, tone: LEVEL.tone * (1 - 0.3 * hill), airHz: 2000, air: 0 };
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
