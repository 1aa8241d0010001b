import type { Plan, PlanBed, PlanPhase } from './plan.ts';
import { SILENCE, type Decibels } from './units.ts';

/** A bed's own way through the phases [M2]: by phase, how much softer or louder than its level. What is not named is as set. */
export type BedCurve = PlanBed['phases'];

/** As far as a hand can bend a curve, in steps of 1 dB. The lowest step is silence [M9]. */
export const STEPS = { least: -25, most: 6 } as const;

export function levelOfStep(step: number): Decibels {
  return step <= STEPS.least ? SILENCE : Math.min(step, STEPS.most);
}

/** The nearest step for any level a plan may have. */
export function stepOfLevel(level: Decibels): number {
  return Math.max(STEPS.least, Math.min(Math.round(level), STEPS.most));
}

export function bendIn(curve: BedCurve, phase: string): Decibels {
  return curve[phase] ?? 0;
}

/** The curve with one phase at another level; a phase as set is not named. */
export function bent(curve: BedCurve, phase: string, by: Decibels): BedCurve {
  const others = Object.entries(curve).filter(([other]) => other !== phase);
  return Object.fromEntries(by === 0 ? others : [...others, [phase, by]]);
}

/** Whether a curve does anything in these phases. */
export function isBent(curve: BedCurve, phases: readonly { readonly phase: string }[]): boolean {
  return phases.some(({ phase }) => bendIn(curve, phase) !== 0);
}

/**
 * Where a bed begins and ends in a phase: the plan's level for all beds, and what the bed adds there. With a ceiling it
 * comes no higher than the plan's loudest place [M8]: that is what the ceiling was set by.
 */
export function bedIn(
  plan: Pick<Plan, 'phases' | 'ceiling'>,
  { phase, bed }: PlanPhase,
  { phases: curve }: Pick<PlanBed, 'phases'>,
): PlanPhase['bed'] {
  const by = bendIn(curve, phase);
  const most = plan.ceiling === undefined || by <= 0 ? Infinity : loudestPlace(plan);
  const moved = (level: Decibels) => Math.max(SILENCE, Math.min(level + by, most));
  return { start: moved(bed.start), end: moved(bed.end) };
}

function loudestPlace({ phases }: Pick<Plan, 'phases'>): Decibels {
  return Math.max(...phases.flatMap(({ bed }) => [bed.start, bed.end]));
}
