import { fullnessUntil } from '#session/breath-area.ts';
import { breathAt, type BreathMoment } from '#session/breath.ts';
import type { Hertz, SessionTime } from '#session/units.ts';
import type { BreathSound } from './contract.ts';

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
const LEVEL = { tone: 0.022, brightAir: 0.15, topUpAir: 0.11, darkAir: 0.24 };

/** A gentle trembling while the breath is held: so often a second, so deep. */
const SHIMMER = { perSecond: 4.5, depth: 0.14 };
/** How far the tone steps back between the breath in and the one on top of it, so that they are heard as two. */
const DIP = 0.45;

/**
 * What the breath at `at` sounds like. In: rising, bright air. Top-up: the last of the rise, dipped and swelling again,
 * with the brightest air. Full: steady, soft, shimmering. Out: falling, dark air. Empty: nothing.
 */
export function breathCueAt(sound: BreathSound, at: SessionTime): BreathCue {
  const moment = breathAt(sound, sound.origin, at);
  const hz = EMPTY_HZ + (FULL_HZ - EMPTY_HZ) * moment.fullness;
  return { hz, ...colourOf(moment, { topped: (sound.topUp ?? 0) > 0, since: at - sound.origin }) };
}

/** Every part begins at the level where the one before it ended, so that none of the turns clicks. */
function colourOf(
  { part, progress, fullness }: BreathMoment,
  { topped, since }: { topped: boolean; since: number },
): Omit<BreathCue, 'hz'> {
  const quarter = (Math.PI / 2) * progress;
  const hill = Math.sin(2 * quarter) ** 2;
  const { tone } = LEVEL;
  switch (part) {
    case 'in':
      return {
        tone: tone * (topped ? swelling(progress) : Math.sin(quarter)),
        airHz: 900 + 3100 * fullness,
        air: LEVEL.brightAir * hill,
      };
    case 'top-up':
      return {
        tone: tone * (1 - DIP * Math.cos(quarter) ** 2),
        airHz: 900 + 3100 * fullness + 1400 * hill,
        air: LEVEL.topUpAir * hill,
      };
    case 'full': {
      const shimmer = SHIMMER.depth * Math.sin(2 * Math.PI * SHIMMER.perSecond * since);
      return { tone: tone * (1 - hill * (0.35 + shimmer)), airHz: 900, air: 0 };
    }
    case 'out':
      return { tone: tone * Math.cos(quarter), airHz: 420 + 480 * fullness, air: LEVEL.darkAir * hill };
    case 'empty':
      return { tone: 0, airHz: 420, air: 0 };
  }
}

/** Up to the full level two thirds through, and back to where the top-up takes over. */
function swelling(progress: number): number {
  const rise = Math.sin((Math.PI / 2) * Math.min(1, progress * 1.5));
  const fall = Math.max(0, progress * 3 - 2);
  return rise * (1 - DIP * Math.sin((Math.PI / 2) * fall) ** 2);
}

/** Turns the tone has made since the origin: its pitch follows the fullness, whose area is known in closed form. */
export function breathCyclesAt(sound: BreathSound, at: SessionTime): number {
  const { origin } = sound;
  return (at - origin) * EMPTY_HZ + (FULL_HZ - EMPTY_HZ) * fullnessUntil(sound, origin, at);
}
