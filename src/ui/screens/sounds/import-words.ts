import type { ImportProblem } from '#app/own-sounds.svelte.ts';
import type { ownSoundsTexts } from '#messages/own-sounds.ts';

/** Why a file was not taken in, in one sentence. */
export function refusedWords(
  say: ReturnType<typeof ownSoundsTexts>,
  file: string,
  problem: ImportProblem,
): string {
  return say.refused(file, why(say, problem));
}

function why(say: ReturnType<typeof ownSoundsTexts>, problem: ImportProblem): string {
  if (problem.kind === 'unreadable-here') return say.unreadableHere(problem.formats);
  if (problem.kind === 'too-long-here') return say.tooLongHere(problem.minutes);
  return say.problems[problem.kind];
}
