import type { ThisDevice } from '#app/this-device.svelte.ts';
import { createContext, type Component } from 'svelte';
import { landing, shownAt, type Shown } from './where.ts';

/** Each is fetched when it is wanted: which comes first is up to whose device it is. */
const SCREENS: Readonly<Record<Shown, () => Promise<Component>>> = {
  session: async () => (await import('../screens/start/Start.svelte')).default,
  practice: async () => (await import('../screens/practice/Practice.svelte')).default,
  journal: async () => (await import('../screens/journal/Journal.svelte')).default,
  days: async () => (await import('../screens/days/Days.svelte')).default,
  records: async () => (await import('../screens/records/Records.svelte')).default,
  sounds: async () => (await import('../screens/sounds/OwnSounds.svelte')).default,
  voices: async () => (await import('../screens/voices/Voices.svelte')).default,
  clinic: async () => (await import('../screens/clinic/Clinic.svelte')).default,
  device: async () => (await import('../screens/device/Device.svelte')).default,
  welcome: async () => (await import('../screens/welcome/Welcome.svelte')).default,
  elsewhere: async () => (await import('../screens/device/Elsewhere.svelte')).default,
};

const rehearse = async () => (await import('../screens/rehearse/Rehearse.svelte')).default;
/** Until it is known where the plain address leads. */
const notYet = new Promise<Component>(() => undefined);

/** The place one is at, kept in the address so that going back and loading again lead where one was. */
export class Whereabouts {
  readonly #device: ThisDevice;
  #hash = $state(location.hash);
  /** Found once: who is asked whose device it is has the other questions before the place is another one. */
  #landed = $state.raw<Shown | undefined>();

  constructor(device: ThisDevice) {
    this.#device = device;
    addEventListener('hashchange', () => (this.#hash = location.hash));
    void device.opened.then(() => (this.#landed = landing(device.side, device.used)));
  }
  readonly here = $derived.by(() => shownAt(this.#hash, this.#device.side, this.#landed));
  /** Where in that place: what stands after its name and a slash. */
  readonly within = $derived(this.#hash.replace(/^#\/?/, '').split('/')[1] ?? '');
  readonly #rehearsing = $derived.by(() => this.within === 'rehearse' && this.here !== 'elsewhere');
  /** The same for as long as one stays in a place: going about in it does not begin it anew. */
  readonly screen = $derived.by<Promise<Component>>(() => {
    const { here } = this;
    if (here === undefined) return notYet;
    return this.#rehearsing ? rehearse() : SCREENS[here]();
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
