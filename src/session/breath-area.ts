import {
  breathLength,
  firstFill,
  partsOf,
  wholeBreathAt,
  type Breathing,
  type BreathPart,
} from './breath.ts';
import type { Seconds, SessionTime } from './units.ts';

// What the tone of a breath adds up to; it comes with the sound.

/** The area under the fullness from the origin to `at`: what a pitch that follows the breath adds up to, in closed form. */
export function fullnessUntil(breathing: Breathing, origin: SessionTime, at: SessionTime): Seconds {
  if (at <= origin) return 0;
  const { began, into, stretch } = wholeBreathAt(breathing, at - origin);
  let left = into;
  let here = 0;
  let whole = 0;
  for (const { part, length } of partsOf(breathing)) {
    here += length * areaOf(breathing, part, Math.min(1, Math.max(0, left / length)));
    whole += length * areaOf(breathing, part, 1);
    left -= length;
  }
  // Every breath has the same shape, so what was breathed before covers the same share of its time.
  return (whole / breathLength(breathing)) * began + stretch * here;
}

/** The area under `eased`. */
function easedArea(progress: number): number {
  return progress / 2 - Math.sin(Math.PI * progress) / (2 * Math.PI);
}

/** The area under `fullness` up to `progress`, for a part that takes one second. */
function areaOf(breathing: Breathing, part: BreathPart, progress: number): number {
  const first = firstFill(breathing);
  switch (part) {
    case 'in':
      return first * easedArea(progress);
    case 'top-up':
      return first * progress + (1 - first) * easedArea(progress);
    case 'full':
      return progress;
    case 'out':
      return progress - easedArea(progress);
    case 'empty':
      return 0;
  }
}
