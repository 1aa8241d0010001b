import type { Side } from '#app/this-device.svelte.ts';

/** Where a person goes between sessions. */
export const PLACES = [
  'session',
  'practice',
  'journal',
  'days',
  'records',
  'sounds',
  'voices',
  'clinic',
  'device',
] as const;
export type Place = (typeof PLACES)[number];

/** A place, or what is shown instead: the question whose device it is, or that a place is for the other side. */
export type Shown = Place | 'welcome' | 'elsewhere';

/** What only a clinic has: whatever follows a medicine. */
const OF_CLINICS: readonly Place[] = ['session', 'clinic'];
/** A clinic's device goes from hand to hand, and these belong to one person. */
const OF_ONE_PERSON: readonly Place[] = ['journal', 'days'];

/** The places that are offered; all of them until it is known whose device it is. */
export function placesOn(side: Side | undefined): readonly Place[] {
  if (side === undefined) return PLACES;
  const others = side === 'home' ? OF_CLINICS : OF_ONE_PERSON;
  return PLACES.filter((place) => !others.includes(place));
}

/** Where the plain address leads. `used`: something is kept here, so nobody is stopped with a question. */
export function landing(side: Side | undefined, used: boolean): Shown {
  if (side === 'home') return 'practice';
  return side === 'clinic' || used ? 'session' : 'welcome';
}

/** The place an address names; undefined where it names none. */
function namedIn(hash: string): Place | 'welcome' | undefined {
  const [name] = hash.replace(/^#\/?/, '').split('/');
  return name === 'welcome' ? name : PLACES.find((place) => name === place);
}

/** What is shown for an address. An address leads where it says, but for the timeline of a medicine at home. */
export function shownAt(hash: string, side: Side | undefined, landed: Shown | undefined): Shown | undefined {
  const named = namedIn(hash) ?? landed;
  if (side !== 'home' || named === undefined || named === 'welcome' || named === 'elsewhere') return named;
  return OF_CLINICS.includes(named) ? 'elsewhere' : named;
}
