import type { CardProblem } from '#app/preference/card-taking.svelte.ts';
import type { cardTexts } from '#messages/card.ts';

/** Why no card was read, in one sentence with the place where there is one. */
export function cardProblemWords(say: ReturnType<typeof cardTexts>['clinic'], problem: CardProblem): string {
  if (problem.kind !== 'misfit') return say.problems[problem.kind];
  const { place, expected, got } = problem.misfit;
  return say.misfit(place, expected, got);
}
