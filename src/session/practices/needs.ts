import type { ScanVariant } from '../scan.ts';
import { practices } from './all.ts';
import type { PracticeId } from './shape.ts';

/** What somebody may want a practice for. */
export const NEEDS = ['settle', 'sleep', 'ground', 'body', 'kindness', 'breath'] as const;
export type Need = (typeof NEEDS)[number];

/** A practice that is offered for a need. */
export interface Offer {
  readonly practice: PracticeId;
  /** How a body scan goes; the standard way where it is left out. */
  readonly variant?: ScanVariant;
  /** The lengths it is offered in, minutes. */
  readonly minutes: readonly number[];
}

/** The lengths there are at a tap; others can be chosen on the planner. */
export const LENGTHS = [5, 10, 20] as const;

const SUITS: Readonly<Record<Need, readonly Omit<Offer, 'minutes'>[]>> = {
  settle: [{ practice: 'breath' }, { practice: 'breath-awareness' }, { practice: 'sounds' }],
  sleep: [{ practice: 'bed-time' }, { practice: 'body-scan', variant: 'bed-time' }],
  ground: [{ practice: 'grounding' }, { practice: 'body-scan', variant: 're-entry' }, { practice: 'sounds' }],
  body: [{ practice: 'body-scan' }, { practice: 'body-scan', variant: 'trauma-aware' }],
  kindness: [{ practice: 'loving-kindness' }],
  breath: [{ practice: 'breath' }, { practice: 'breath-awareness' }],
};

/** What is offered for a need, what fits best first: each in the lengths it can be given [N19]. */
export function offersFor(need: Need): readonly Offer[] {
  return SUITS[need].map((offer) => {
    const { least, most } = practices[offer.practice].minutes;
    return { ...offer, minutes: LENGTHS.filter((minutes) => minutes >= least && minutes <= most) };
  });
}
