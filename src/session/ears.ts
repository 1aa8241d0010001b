import type { Ears } from './checked.ts';

/** The ear a tone is meant for. */
export type Side = 'left' | 'right';

/** Where it was heard. */
export const HEARD = ['left', 'right', 'both', 'neither'] as const;
export type Heard = (typeof HEARD)[number];

/** One tone, and what the person said of it. */
export interface Trial {
  readonly meant: Side;
  readonly heard: Heard;
}

/** Who guesses every side gets it right once in six. */
export const TRIALS = 4;
/** Of four answers three that agree say "both" or "nothing": a person may slip once. */
const AGREE = 3;

/** Sides in an order nobody can know, each as often as the other. `dice` gives a number from 0 up to 1 at each call. */
export function trialSides(dice: () => number): Side[] {
  const sides: Side[] = Array.from({ length: TRIALS }, (_, nth) => (nth % 2 === 0 ? 'left' : 'right'));
  for (let last = sides.length - 1; last > 0; last--) {
    const other = Math.floor(dice() * (last + 1));
    [sides[last], sides[other]] = [sides[other] ?? 'left', sides[last] ?? 'right'];
  }
  return sides;
}

/** What a person's answers say about the way from the device to the ears [K11]. */
export function earsOf(trials: readonly Trial[]): Ears {
  const every = (rule: (trial: Trial) => boolean) => trials.length > 0 && trials.every(rule);
  const times = (heard: Heard) => trials.filter((trial) => trial.heard === heard).length;
  if (every(({ meant, heard }) => heard === meant)) return 'right';
  if (every(({ meant, heard }) => heard === otherSide(meant))) return 'swapped';
  if (times('both') >= AGREE) return 'mono';
  if (times('neither') >= AGREE) return 'nothing';
  const onlyFrom = (side: Side) => every(({ meant, heard }) => heard === (meant === side ? side : 'neither'));
  if (onlyFrom('right')) return 'left-silent';
  return onlyFrom('left') ? 'right-silent' : 'unclear';
}

function otherSide(side: Side): Side {
  return side === 'left' ? 'right' : 'left';
}
