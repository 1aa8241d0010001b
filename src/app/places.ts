import type { Engine } from '#audio/engine.ts';
import type { DaysPlace } from './days/days-place.svelte.ts';
import type { JournalPlace } from './journal/journal-place.svelte.ts';
import type { Keeping } from './device/keeping.ts';
import type { LiveSession } from './live-session.svelte.ts';
import type { Permanence } from './permanence.svelte.ts';
import type { Planning } from './planning.svelte.ts';
import type { HandedFile, Outside } from './ports.ts';
import type { PracticeHome } from './practice-home.svelte.ts';
import type { OpenRecord, Records } from './records.svelte.ts';
import type { Listening } from './listening.svelte.ts';
import type { Rehearsal } from './rehearsal.svelte.ts';
import type { Rendering } from './rendition/rendering.svelte.ts';
import type { Taste } from './taste.svelte.ts';
import type { ThisDevice } from './this-device.svelte.ts';
import type { VoicesPlace } from './voices/voices-place.svelte.ts';

/** What is behind the places one goes to between sessions; each is fetched when somebody goes there. */
export interface Places {
  /** Where practising begins; the same for as long as the app is open. */
  practice(): Promise<PracticeHome>;
  /** The practice that is planned, rendered ahead for a phone that will be locked; on a tap. */
  rendering(): Promise<Rendering>;
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
  /** A session is over: the device notes that, and that there is something to keep. */
  over(live: LiveSession): Promise<void>;
  /** Whether all that is kept here is still there, and is to stay; the same for as long as the app is open. */
  permanence(): Promise<Permanence>;
  /** What becomes of all that is kept here. */
  keeping(): Promise<Keeping>;
  /** The same as a file: all that happened up to now, also where the device has kept nothing of it. */
  recordFileOf(live: LiveSession): Promise<HandedFile>;
  /** A walk through what is planned now. */
  rehearsal(): Promise<Rehearsal>;
  /** A minute of what practising is like. */
  taste(): Promise<Taste>;
}

/** What of the app the places are about. */
interface About {
  readonly planning: Planning;
  readonly listening: Listening;
  readonly device: ThisDevice;
}

/** `openEngine` opens the device for trying something out. */
export function createPlaces(
  outside: Outside,
  { planning, listening, device }: About,
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
    rendering: async () =>
      (await import('./rendition/rendering.svelte.ts')).openRendering(outside, planning, openEngine),
    voices: async () =>
      (await import('./voices/voices-place.svelte.ts')).openVoices(outside, planning, openEngine),
    days: async () => (await import('./days/days-place.svelte.ts')).DaysPlace.open(outside),
    journal: async () => (await import('./journal/journal-place.svelte.ts')).JournalPlace.open(outside),
    records: async () => (await import('./records.svelte.ts')).Records.open(outside, device.side),
    ...sessionsOver(outside),
    keeping: async () => (await import('./device/keeping.ts')).openKeeping(outside),
    rehearsal: async () =>
      (await import('./rehearsal.svelte.ts')).openRehearsal(outside, planning, openEngine),
    async taste() {
      await listening.open(); // nothing is louder than what was found pleasant
      const { Taste } = await import('./taste.svelte.ts');
      return new Taste({ ...outside, openEngine, ceiling: listening.output?.ceiling });
    },
  };
}

/** What is there once a session is over, for as long as the app is open. */
function sessionsOver(outside: Outside): Pick<Places, 'recordOf' | 'recordFileOf' | 'over' | 'permanence'> {
  let kept: Promise<Permanence> | undefined;
  const permanence = () =>
    (kept ??= outside.openPermanence().catch((cause: unknown) => {
      kept = undefined;
      throw cause;
    }));
  const recordOf = async (live: LiveSession) => (await import('./records.svelte.ts')).recordOf(live, outside);
  return {
    permanence,
    recordOf,
    recordFileOf: async (live) =>
      (await import('./record-files.ts')).recordFile('json', await recordOf(live)),
    async over({ id }) {
      await outside.journal.finish(id).catch(() => undefined);
      void permanence()
        .then((opened) => opened.sessionKept())
        .catch(() => undefined);
    },
  };
}
