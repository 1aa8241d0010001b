import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { chained, rootOf, type Digest } from '#session/chain.ts';
import type { EventBody, SessionEvent } from '#session/log.ts';
import type { Plan } from '#session/plan.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import type { Sheet } from '#session/sheet.ts';
import { buildTimeline } from '#session/timeline.ts';
import { sessionTimeOf, type SessionTime } from '#session/units.ts';
import { createShippedGuide } from '#app/guide.ts';

const MINUTE = 60;
export const digest: Digest = (text) => Promise.resolve(createHash('sha256').update(text).digest('hex'));

/** A session that is over, as it lies on a device. */
export interface Finished {
  readonly id: string;
  readonly beganMs: number;
  readonly plan: Plan;
  readonly log: readonly SessionEvent[];
  readonly sheet?: Sheet | undefined;
}

/** A nasal session with everything in it: three devices, values with a correction, notes, a call, a ladder, levels. */
export function eventfulSession(id: string, beganMs: number): Finished {
  const plan = routes.nasal.build({ ...defaultChoices(routes.nasal), devices: 3, talk: 'full' });
  const acts: (readonly [minute: number, body: EventBody])[] = [
    [0, { type: 'started' }],
    [6, { type: 'vitals-recorded', systolic: 128, diastolic: 82, pulse: 71, spo2: 98, sedation: 0 }],
    [20.4, { type: 'device-started', device: 1 }],
    [25.5, { type: 'device-started', device: 2 }],
    [30.6, { type: 'device-started', device: 3 }],
    [43, { type: 'phase-advanced', to: 'peak', observed: true }],
    [45, { type: 'noted', text: '', tag: 'smiling' }],
    [52, { type: 'held' }],
    [57, { type: 'released' }],
    [60.4, { type: 'vitals-begun', announced: true }],
    [61.5, { type: 'vitals-recorded', systolic: 152, diastolic: 29, pulse: 88, spo2: 97, sedation: 2 }],
    [
      62,
      {
        type: 'vitals-recorded',
        systolic: 152,
        diastolic: 92,
        pulse: 88,
        spo2: 97,
        sedation: 2,
        corrects: 10,
      },
    ],
    [62.5, { type: 'vitals-ended' }],
    [66, { type: 'bus-level-changed', bus: 'bed', level: -14 }],
    [71, { type: 'interrupted', reason: 'sound-lost' }],
    [72.5, { type: 'resumed' }],
    [74, { type: 'noted', text: 'Asked for the blanket, =warm now' }],
    [80, { type: 'grounding-stepped', rung: 1 }],
    [84, { type: 'grounding-stepped', rung: 0 }],
    [88, { type: 'bus-level-changed', bus: 'bed', level: -6 }],
    [96, { type: 'phase-advanced', to: 'reentry', observed: true }],
    [128, { type: 'noted', text: 'Sitting up, drinks', tag: 'speaking' }],
    [149, { type: 'vitals-recorded', systolic: 124, diastolic: 78, pulse: 69, spo2: 99, sedation: 0 }],
    [152, { type: 'left', despite: [] }],
    [152.5, { type: 'ended' }],
  ];
  return { id, beganMs, plan, log: withWhatSounded(plan, numbered(beganMs, acts)) };
}

function numbered(
  beganMs: number,
  acts: readonly (readonly [minute: number, body: EventBody])[],
): SessionEvent[] {
  return acts.map(([minute, body], seq) => {
    const at = sessionTimeOf(minute * MINUTE);
    return { ...body, seq, at, wallMs: beganMs + at * 1000 };
  });
}

/** With the word of an audio side that played every cue of its timeline; numbers stay as they are, the words come after. */
function withWhatSounded(plan: Plan, acts: readonly SessionEvent[]): SessionEvent[] {
  const timeline = buildTimeline(plan, acts, createShippedGuide('en'));
  const end = acts.at(-1)?.at ?? sessionTimeOf(0);
  const sounded = timeline.cues
    .filter(({ at }) => at < end)
    .map(({ id, bus, clip, at }): [SessionTime, EventBody] => [
      at,
      { type: 'cue-sounded', cue: id, bus, clip, from: at },
    ]);
  const last = acts.at(-1);
  const told = sounded.map(([, body], nth) => {
    return { ...body, seq: (last?.seq ?? 0) + 1 + nth, at: end, wallMs: last?.wallMs ?? 0 };
  });
  return [...acts, ...told];
}

/** Puts it into the page's own database, tied together as the app does. */
export async function putFinished(page: Page, { id, beganMs, plan, log, sheet }: Finished): Promise<void> {
  const beginning = { id, beganMs, plan, ...(sheet === undefined ? {} : { sheet }) };
  const kept = await chained(await rootOf(beginning, digest), log, digest);
  const session = { v: 1, ...beginning, finished: true, head: kept.at(-1)?.link?.hash };
  await page.evaluate(
    ({ session, events }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('undertone');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['sessions', 'events'], 'readwrite');
          writing.objectStore('sessions').put(session, session.id);
          for (const { event, link } of events)
            writing.objectStore('events').put({ v: 1, event, ...link }, [session.id, event.seq]);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(new Error('not written'));
        };
      }),
    { session, events: kept },
  );
}
