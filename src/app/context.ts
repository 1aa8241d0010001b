import { createContext } from 'svelte';
import type { Undertone } from './undertone.svelte.ts';

/** The app, for the screens: set once by `main.ts`, asked for by whoever shows something of it. */
export const [getUndertone, setUndertone] = createContext<Undertone>();
