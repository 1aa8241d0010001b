import type { Messages } from '#messages/messages.ts';
import type { sessionTexts } from '#messages/session-texts.ts';
import { isOwn, type BedSound, type Bus } from '#session/layers.ts';
import type { Strip } from '#session/mix.ts';
import type { Plan } from '#session/plan.ts';
import { createContext } from 'svelte';

/** The catalogue of texts in the person's language; set once by App.svelte. */
export const [getMessages, setMessages] = createContext<Messages>();

/** The same with the texts of a session that runs, or has run; set by its screens, which bring them along. */
export type SessionMessages = Messages & ReturnType<typeof sessionTexts>;
export const [getSessionMessages, setSessionMessages] = createContext<SessionMessages>();

/** A bed by what it is called, an own sound by what its person calls it. */
export function bedName(words: Messages, { own }: Pick<Plan, 'own'>, sound: BedSound): string {
  return isOwn(sound) ? (own.find(({ id }) => id === sound)?.title ?? sound) : words.beds[sound];
}

/** One line of the mixer by what it is called. */
export function stripName(words: Messages, plan: Pick<Plan, 'own'>, strip: Strip): string {
  return strip in words.buses ? words.buses[strip as Bus] : bedName(words, plan, strip as BedSound);
}

/** A phase by its own title, by its known name, or by its id. */
export function phaseName(words: Messages, plan: Plan, phase: string): string {
  const titled = plan.phases.find((candidate) => candidate.phase === phase)?.title;
  return titled ?? words.phases[phase] ?? phase;
}

/** What it is that one lives: a session follows a route, a practice does not. */
export function kindOf({ route }: Pick<Plan, 'route'>): 'session' | 'practice' {
  return route === undefined ? 'practice' : 'session';
}

/** What a session is called: its route in the person's language, or its own title. */
export function planTitle(words: Messages, { route, title }: Pick<Plan, 'route' | 'title'>): string {
  return route === undefined ? title : words.routes[route].name;
}
