import type { InferOutput } from 'valibot';
import type { eventSchema } from './log-reading.ts';
import type { SessionTime } from './units.ts';

/** The rungs of the grounding ladder: 0 is off it. */
export const RUNGS = ['off', 'thinned', 'anchor-line', 'feet-hands-room', 'silence'] as const;
export type Rung = 0 | 1 | 2 | 3 | 4;

/** Why a cue that was to sound did not; a bed that went quiet in its middle has stopped. */
export const MISSED = ['late', 'missing', 'stopped'] as const;

type Read = InferOutput<typeof eventSchema>;
type WithoutFrame<Event> = Event extends unknown ? Omit<Event, 'at' | 'seq' | 'wallMs'> : never;

/** What happened, in the past tense. */
export type EventBody = WithoutFrame<Read>;

/** Its place in the session, its number in the log, and the wall clock's word for it. */
export type SessionEvent = EventBody & {
  readonly seq: number;
  readonly at: SessionTime;
  readonly wallMs: number;
};

/** Everything that happened, in order. Only ever appended to. */
export type SessionLog = readonly SessionEvent[];

/** The number of the next event: one that could not be read any more keeps its own. */
export function nextSeq(log: SessionLog): number {
  return (log.at(-1)?.seq ?? -1) + 1;
}

/** The events still in force [L2]: without those taken back, and without the takings-back themselves. */
export function eventsInForce(log: SessionLog): SessionLog {
  const takenBack = new Set<number>();
  for (const event of [...log].reverse())
    if (event.type === 'undone' && !takenBack.has(event.seq)) takenBack.add(event.undoes);
  return log.filter((event) => event.type !== 'undone' && !takenBack.has(event.seq));
}

/** What starts the clinical clock. */
export const GIVEN: readonly EventBody['type'][] = ['medicine-given', 'device-started'];

/** What people did and what befell the session: without the audio side's word for each cue. */
export function acts(log: SessionLog): SessionLog {
  return log.filter(({ type }) => type !== 'cue-sounded' && type !== 'cue-missed');
}
