import type { Engine } from '#audio/engine.ts';
import type { DaysPlace } from './days/days-place.svelte.ts';
import type { JournalPlace } from './journal/journal-place.svelte.ts';
import type { LiveSession } from './live-session.svelte.ts';
import type { Planning } from './planning.svelte.ts';
import type { Outside } from './ports.ts';
import type { PracticeHome } from './practice-home.svelte.ts';
import type { OpenRecord, Records } from './records.svelte.ts';
import type { Rehearsal } from './rehearsal.svelte.ts';
import type { VoicesPlace } from './voices/voices-place.svelte.ts';

/** What is behind the places one goes to between sessions; each is fetched when somebody goes there. */
export interface Places {
  /** Where practising begins; the same for as long as the app is open. */
  practice(): Promise<PracticeHome>;
  /** Where voices are recorded. */
  voices(): Promise<VoicesPlace>;
  /** What was practised, and what is planned, as things are now. */
  days(): Promise<DaysPlace>;
  /** A person's journal. */
  journal(): Promise<JournalPlace>;
  /** What was kept of the sessions that are over. */
  records(): Promise<Records>;
  /** The record of the session that has just ended. */
  recordOf(live: LiveSession): Promise<OpenRecord>;
  /** A walk through what is planned now. */
  rehearsal(): Promise<Rehearsal>;
}

/** `openEngine` opens the device for trying something out. */
export function createPlaces(
  outside: Outside,
  planning: Planning,
  openEngine: () => Promise<Engine>,
): Places {
  let home: Promise<PracticeHome> | undefined;
  return {
    practice() {
      home ??= import('./practice-home.svelte.ts')
        .then(({ PracticeHome }) => PracticeHome.open(outside, planning))
        .catch((cause: unknown) => {
          home = undefined;
          throw cause;
        });
      return home;
    },
    voices: async () =>
      (await import('./voices/voices-place.svelte.ts')).openVoices(outside, planning, openEngine),
    days: async () => (await import('./days/days-place.svelte.ts')).DaysPlace.open(outside),
    journal: async () => (await import('./journal/journal-place.svelte.ts')).JournalPlace.open(outside),
    records: async () => (await import('./records.svelte.ts')).Records.open(outside),
    recordOf: async (live) => (await import('./records.svelte.ts')).recordOf(live, outside),
    rehearsal: async () =>
      (await import('./rehearsal.svelte.ts')).openRehearsal(outside, planning, openEngine),
  };
}
