import type { Bus } from '#session/layers.ts';
import type { Plan } from '#session/plan.ts';

const ORDER = ['voice', 'bed', 'breath', 'bell', 'beats'] as const;

/** The buses a person may turn up and down in a session: beats only where the plan has them. */
export function shownBuses({ beats }: Plan): readonly Bus[] {
  return ORDER.filter((bus) => bus !== 'beats' || beats.kind !== 'none');
}
