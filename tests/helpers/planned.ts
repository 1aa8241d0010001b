import { createShippedGuide } from '#app/guide.ts';
import { createGuides } from '#app/guides.ts';
import { Listening } from '#app/listening.svelte.ts';
import { Planning } from '#app/planning.svelte.ts';
import type { Outside } from '#app/ports.ts';
import { createWholeGuide } from '#app/whole-guide.ts';
import { createExchange } from '#platform/exchange.ts';
import { createAnchorShelf } from '#storage/anchor-lines.ts';
import { createConnection } from '#storage/connection.ts';
import { createGuideStore } from '#storage/guides.ts';
import { createPracticeShelf } from '#storage/own-practices.ts';
import { createPresetShelf } from '#storage/presets.ts';
import { createRecordStore } from '#storage/records.ts';
import { createSettings } from '#storage/settings.ts';

/** A page as it opens on a real device: what is planned there, with what lies in its database. No sound is opened. */
export function openPage(change: Partial<Outside> = {}): { planning: Planning; outside: Outside } {
  const connection = createConnection(indexedDB);
  let ids = 0;
  const openAnchors = () => Promise.resolve(createAnchorShelf(connection));
  const shipped = createShippedGuide('en');
  const outside = {
    settings: createSettings(connection.store('settings')),
    openAnchors,
    openOwnPractices: () => Promise.resolve(createPracticeShelf(connection)),
    openPresets: () => Promise.resolve(createPresetShelf(connection)),
    openExchange: () => Promise.resolve(createExchange(navigator)),
    openRecords: () => Promise.resolve(createRecordStore(connection, undefined)),
    guides: createGuides({
      shipped,
      openWhole: () => Promise.resolve(createWholeGuide('en')),
      openStore: () => Promise.resolve(createGuideStore(connection)),
      openAnchors,
    }),
    dice: () => 0,
    nowMs: () => Date.now(),
    steadyMs: () => performance.now(),
    newId: () => `id-${ids++}`,
    ...change,
  } as Outside; // the rest of it is not asked for while nothing sounds
  return { planning: new Planning(outside, new Listening(outside.settings)), outside };
}
