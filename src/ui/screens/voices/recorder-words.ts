import type { Refusal } from '#app/voices/zip.ts';
import type { TakeRecorder } from '#app/voices/take-recorder.svelte.ts';
import type { voicesTexts } from '#messages/voices.ts';

type Texts = ReturnType<typeof voicesTexts>;

/** Why nothing was taken in, in one sentence with the place where there is one. */
export function refusalWords(say: Texts, { kind, misfit }: Refusal): string {
  if (misfit === undefined) return say.refusals[kind] ?? '';
  return say.misfit(misfit.place, misfit.expected, misfit.got);
}

/** What the recorder is busy with, or what stood in its way; empty where it waits for somebody. */
export function recorderWords(say: Texts, { state, problem }: TakeRecorder): string {
  if (state === 'opening') return say.opening;
  if (state === 'keeping') return say.keeping;
  return problem === undefined ? '' : (say.problems[problem] ?? '');
}

/** The one big button: its name, and what it does. */
export function recordAct(say: Texts, { state }: TakeRecorder, again: boolean) {
  if (state === 'recording') return { name: say.stop, about: say.stopAbout };
  return { name: again ? say.recordAgain : say.record, about: say.recordAbout };
}
