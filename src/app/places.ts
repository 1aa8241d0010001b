import type { Clinic } from './clinic.svelte.ts';
import type { GuideStudio } from './guide-studio.svelte.ts';
import type { LiveSession } from './live-session.svelte.ts';
import type { Outside } from './ports.ts';
import type { OpenRecord, Records } from './records.svelte.ts';

/** What is behind the places one goes to between sessions; each is fetched when somebody goes there. */
export interface Places {
  /** Where a guide is recorded. */
  studio(): Promise<GuideStudio>;
  /** What a clinic sets for itself. */
  clinic(): Promise<Clinic>;
  /** What was kept of the sessions that are over. */
  records(): Promise<Records>;
  /** The record of the session that has just ended. */
  recordOf(live: LiveSession): Promise<OpenRecord>;
}

export function createPlaces(outside: Outside): Places {
  return {
    studio: async () => (await import('./guide-studio.svelte.ts')).GuideStudio.open(outside),
    clinic: async () => (await import('./clinic.svelte.ts')).Clinic.open(outside),
    records: async () => (await import('./records.svelte.ts')).Records.open(outside),
    recordOf: async (live) => (await import('./records.svelte.ts')).recordOf(live, outside),
  };
}
