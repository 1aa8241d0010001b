import * as v from 'valibot';
import { BUSES } from './layers.ts';
import { TALK } from './plan.ts';
import { readJson, readWith, type Misfit } from './reading.ts';
import { sessionTimeOf, type Result, type SessionTime } from './units.ts';

const name = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/));
const text = v.pipe(v.string(), v.maxLength(65_536));

/** The rungs of the grounding ladder: 0 is off it. */
export const RUNGS = ['off', 'thinned', 'anchor-line', 'feet-hands-room', 'silence'] as const;
export type Rung = 0 | 1 | 2 | 3 | 4;

const bodies = [
  v.object({ type: v.literal('started') }),
  v.object({ type: v.literal('medicine-given') }),
  v.object({ type: v.literal('device-started'), device: v.picklist([1, 2, 3]) }),
  /** To a phase by its id, or to the next one. `observed`: the facilitator saw it, rather than chose it. */
  v.object({ type: v.literal('phase-advanced'), to: name, observed: v.optional(v.boolean(), false) }),
  v.object({
    type: v.literal('phase-extended'),
    by: v.pipe(v.number(), v.minValue(-14_400), v.maxValue(14_400)),
  }),
  v.object({ type: v.literal('held') }),
  v.object({ type: v.literal('released') }),
  v.object({ type: v.literal('grounding-stepped'), rung: v.picklist([0, 1, 2, 3, 4]) }),
  v.object({ type: v.literal('talk-changed'), talk: v.picklist(TALK) }),
  v.object({
    type: v.literal('bus-level-changed'),
    bus: v.picklist(BUSES),
    level: v.pipe(v.number(), v.minValue(-80), v.maxValue(6)),
  }),
  v.object({ type: v.literal('silenced'), fade: v.pipe(v.number(), v.minValue(0.3), v.maxValue(60)) }),
  v.object({ type: v.literal('unsilenced') }),
  v.object({ type: v.literal('line-played'), line: name }),
  v.object({ type: v.literal('noted'), text, tag: v.optional(name) }),
  /** The sound stopped without anybody wanting it: a call, a crash, a reload. */
  v.object({ type: v.literal('interrupted'), reason: name }),
  v.object({ type: v.literal('resumed') }),
  /** Takes back one event: from here on it goes as if that had not happened. */
  v.object({ type: v.literal('undone'), seq: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.object({ type: v.literal('ended') }),
] as const;

const bodySchema = v.variant('type', bodies);

/** What happened, in the past tense. */
export type EventBody = v.InferOutput<typeof bodySchema>;
export type EventType = EventBody['type'];

/** Its place in the session, its number in the log, and the wall clock's word for it. */
export type SessionEvent = EventBody & {
  readonly seq: number;
  readonly at: SessionTime;
  readonly wallMs: number;
};

/** Everything that happened, in order. Only ever appended to. */
export type SessionLog = readonly SessionEvent[];

const frameSchema = v.object({
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(48 * 3600)),
  seq: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  wallMs: v.optional(v.number()),
});
const eventSchema = v.intersect([frameSchema, bodySchema]);
const logSchema = v.array(eventSchema);

export { logSchema };

/** Reads a log document: an array of events, in order of time. Missing numbers are counted, missing wall times left at 0. */
export function parseLog(document: string): Result<SessionLog, Misfit> {
  const json = readJson(document);
  return json.ok ? logOf(json.value) : json;
}

export function logOf(value: unknown): Result<SessionLog, Misfit> {
  const read = readWith(logSchema, value);
  if (!read.ok) return read;
  const log = read.value.map((event, nth): SessionEvent => ({
    ...event,
    at: sessionTimeOf(event.at),
    seq: event.seq ?? nth,
    wallMs: event.wallMs ?? 0,
  }));
  const early = log.findIndex((event, nth) => event.at < (log[nth - 1]?.at ?? 0));
  if (early < 0) return { ok: true, value: log };
  return {
    ok: false,
    problem: {
      place: `[${early}].at`,
      expected: `a time not before the event above it (${log[early - 1]?.at ?? 0})`,
      got: String(log[early]?.at),
    },
  };
}

/** The events still in force: what was undone is left out, and the undoing with it. */
export function withoutUndone(log: SessionLog): SessionLog {
  const undone = new Set(log.map((event) => (event.type === 'undone' ? event.seq : -1)));
  return log.filter((event) => event.type !== 'undone' && !undone.has(event.seq));
}
