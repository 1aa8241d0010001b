import { practicePlanOf } from '#session/practice-plan-reading.ts';
import type { PracticePlan } from '#session/practice-plan.ts';
import type { Outside } from '../ports.ts';

/** Under these a person's plan is kept, and whether this device is to remind of it. */
export const PLAN = 'practice-plan';
export const REMIND = 'practice-reminders';

export function loadPlan({ settings }: Pick<Outside, 'settings'>): Promise<PracticePlan | undefined> {
  return settings.load(PLAN, practicePlanOf);
}

export async function loadRemind({ settings }: Pick<Outside, 'settings'>): Promise<boolean> {
  return (await settings.load(REMIND, (stored) => stored === true)) ?? false;
}
