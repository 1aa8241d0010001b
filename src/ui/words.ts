import type { Messages } from '#messages/messages.ts';
import { isOwn, type BedSound } from '#session/layers.ts';
import type { Plan } from '#session/plan.ts';
import { createContext } from 'svelte';

/** The catalogue of texts in the person's language; set once by App.svelte. */
export const [getMessages, setMessages] = createContext<Messages>();

/** A bed by what it is called, an own sound by what its person calls it. */
export function bedName(words: Messages, { own }: Pick<Plan, 'own'>, sound: BedSound): string {
  return isOwn(sound) ? (own.find(({ id }) => id === sound)?.title ?? sound) : words.beds[sound];
}

/** A phase by its own title, by its known name, or by its id. */
export function phaseName(words: Messages, plan: Plan, phase: string): string {
  const titled = plan.phases.find((candidate) => candidate.phase === phase)?.title;
  return titled ?? words.phases[phase] ?? phase;
}
