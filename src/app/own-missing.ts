import type { EngineProblem } from '#audio/at-hand.ts';
import type { OwnId } from '#session/layers.ts';
import type { Plan } from '#session/plan.ts';
import type { Problem } from './ports.ts';

/** What the engine tells by ids, as people know it: by what they called their sounds. */
export function named(problem: EngineProblem, { own }: Plan): Problem {
  if (problem.kind !== 'own-missing') return problem;
  const titleOf = (id: OwnId) => own.find((sound) => sound.id === id)?.title ?? id;
  return { kind: problem.kind, titles: problem.own.map(titleOf) };
}
