import { createContext } from 'svelte';
import type { PatientSide } from './patient/patient-side.ts';
import type { Undertone } from './undertone.svelte.ts';

/** The app, for the screens: set once by `main.ts`, asked for by whoever shows something of it. */
export const [getUndertone, setUndertone] = createContext<Undertone>();

/** What the patient sees, and the clinic's emergency card: on its way, behind the first view. */
export const [getComingPatientSide, setComingPatientSide] = createContext<Promise<PatientSide>>();

/** The same once it is there; set by the screens of a session. */
export const [getPatientSide, setPatientSide] = createContext<PatientSide>();
