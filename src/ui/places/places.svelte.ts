import { createContext, type Component } from 'svelte';
import Start from '../screens/start/Start.svelte';

/** Where a person goes between sessions. The first is there at once, the others are fetched when they are wanted. */
const PLACES = {
  session: () => Promise.resolve(Start),
  practice: async () => (await import('../screens/practice/Practice.svelte')).default,
  sounds: async () => (await import('../screens/sounds/OwnSounds.svelte')).default,
  voices: async () => (await import('../screens/voices/Voices.svelte')).default,
} satisfies Record<string, () => Promise<Component>>;

export type Place = keyof typeof PLACES;
export const places = Object.keys(PLACES) as readonly Place[];

function placeOf(hash: string): Place {
  return places.find((place) => hash === `#${place}`) ?? 'session';
}

/** The place one is at, kept in the address so that going back and loading again lead where one was. */
export class Whereabouts {
  #here = $state(placeOf(location.hash));

  constructor() {
    addEventListener('hashchange', () => (this.#here = placeOf(location.hash)));
  }
  get here(): Place {
    return this.#here;
  }
  readonly screen = $derived.by<Promise<Component>>(() => PLACES[this.#here]());
}

export const [getWhereabouts, setWhereabouts] = createContext<Whereabouts>();
