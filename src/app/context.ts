import { createContext } from 'svelte';
import type { PatientSide } from './patient/patient-side.ts';
import type { Undertone } from './undertone.svelte.ts';

/** The app, for the screens: set once by `main.ts`, asked for by whoever shows something of it. */
export const [getUndertone, setUndertone] = createContext<Undertone>();

/** What the patient sees, and the clinic's emergency card; the same. */
export const [getPatientSide, setPatientSide] = createContext<PatientSide>();
