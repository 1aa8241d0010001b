import { createContext, type Component } from 'svelte';
import Start from '../screens/start/Start.svelte';

/** Where a person goes between sessions. The first is there at once, the others are fetched when they are wanted. */
const PLACES = {
  session: () => Promise.resolve(Start),
  practice: async () => (await import('../screens/practice/Practice.svelte')).default,
  journal: async () => (await import('../screens/journal/Journal.svelte')).default,
  days: async () => (await import('../screens/days/Days.svelte')).default,
  records: async () => (await import('../screens/records/Records.svelte')).default,
  sounds: async () => (await import('../screens/sounds/OwnSounds.svelte')).default,
  voices: async () => (await import('../screens/voices/Voices.svelte')).default,
  clinic: async () => (await import('../screens/clinic/Clinic.svelte')).default,
} satisfies Record<string, () => Promise<Component>>;

const rehearse = async () => (await import('../screens/rehearse/Rehearse.svelte')).default;

export type Place = keyof typeof PLACES;
export const places = Object.keys(PLACES) as readonly Place[];

function placeOf(hash: string): Place {
  const [name] = hash.replace(/^#\/?/, '').split('/');
  return places.find((place) => name === place) ?? 'session';
}

/** The place one is at, kept in the address so that going back and loading again lead where one was. */
export class Whereabouts {
  #hash = $state(location.hash);

  constructor() {
    addEventListener('hashchange', () => (this.#hash = location.hash));
  }
  readonly here = $derived(placeOf(this.#hash));
  /** Where in that place: what stands after its name and a slash. */
  readonly within = $derived(this.#hash.replace(/^#\/?/, '').split('/')[1] ?? '');
  readonly #rehearsing = $derived(this.within === 'rehearse');
  readonly screen = $derived.by<Promise<Component>>(() => {
    const place = PLACES[this.here];
    return this.#rehearsing ? rehearse() : place();
  });
  /** *Begin* was tapped in a rehearsal: the planner begins as soon as it is there, and asks what is still open. */
  beginning = false;
  takeBeginning(): boolean {
    const { beginning } = this;
    this.beginning = false;
    return beginning;
  }
}

export const [getWhereabouts, setWhereabouts] = createContext<Whereabouts>();
