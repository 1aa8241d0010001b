import { levelAt, type Automation } from './automation.ts';
import { isVoice, type Cue, type Repertoire } from './cues.ts';
import type { Bus } from './layers.ts';
import { acts, eventsInForce, type MISSED, type SessionEvent, type SessionLog } from './log.ts';
import { joined, type PhaseSpan } from './phases.ts';
import type { Plan } from './plan.ts';
import {
  checksIn,
  givenIn,
  measuredIn,
  notedIn,
  type Checks,
  type Corrected,
  type Given,
  type Measured,
  type Noted,
} from './record-clinic.ts';
import { plannedLog } from './rehearsal.ts';
import type { Sheet } from './sheet.ts';
import { buildTimeline, busLevel, type Timeline } from './timeline.ts';
import {
  earliest,
  FADE_FLOOR,
  latest,
  sessionTimeOf,
  START,
  type Seconds,
  type SessionTime,
} from './units.ts';

/** A session that is over, as it was kept. */
export interface LivedSession {
  readonly id: string;
  readonly plan: Plan;
  /** The wall clock at session time 0. */
  readonly beganMs: number;
  readonly log: SessionLog;
  /** What was settled with the person before; sessions of older apps have none. */
  readonly sheet?: Sheet | undefined;
  /** Where it was last known to be, for one that nobody ended. */
  readonly lastSeen?: SessionTime | undefined;
}

/** A line or a bell that began to sound and could be heard [RE1]. */
export interface SoundedCue {
  readonly id: string;
  readonly bus: 'voice' | 'bell';
  readonly clip: string;
  /** The words of a line. */
  readonly text?: string;
  /** Where it began, or was taken up in its middle. */
  readonly from: SessionTime;
  /** Somebody asked for it on a tap. */
  readonly asked: boolean;
}

/** From the loss of the sound until it came back, or to the end. */
export interface Interruption {
  readonly from: SessionTime;
  readonly to: SessionTime;
  readonly reason: string;
}

/** How long what took, in minutes with one decimal; undefined where it cannot be known. */
export interface Totals {
  readonly whole: number;
  readonly preparation: number | undefined;
  readonly sinceGiven: number | undefined;
  readonly sinceFirstDevice: number | undefined;
  readonly sinceLastDevice: number | undefined;
}

/** A session as it was: what follows from its plan and its log, and from nothing else [RE2]. */
export interface SessionRecord {
  readonly id: string;
  readonly plan: Plan;
  readonly beganMs: number;
  readonly sheet: Sheet | undefined;
  /** Where it was ended, or last seen. */
  readonly to: SessionTime;
  readonly planned: readonly PhaseSpan[];
  readonly lived: readonly PhaseSpan[];
  /** In order of their sounding. */
  readonly cues: readonly SoundedCue[];
  /** What was to sound and did not. */
  readonly missed: readonly {
    readonly cue: string;
    readonly reason: (typeof MISSED)[number];
    readonly at: SessionTime;
  }[];
  /** What people set for each bus. */
  readonly levels: Readonly<Record<Bus, Automation>>;
  /** Medicine and devices, in order. */
  readonly medicine: readonly Corrected<Given>[];
  /** T0, corrected: when the medicine was given, or the first device started. */
  readonly given: SessionTime | undefined;
  readonly pumpEnded: SessionTime | undefined;
  readonly vitals: readonly Corrected<Measured>[];
  readonly notes: readonly Corrected<Noted>[];
  readonly checks: Checks;
  readonly interruptions: readonly Interruption[];
  /** All that was done and befell, taken back or not. */
  readonly acts: SessionLog;
  readonly totals: Totals;
}

export function buildRecord(session: LivedSession, repertoire: Repertoire): SessionRecord {
  const { id, plan, beganMs, log, sheet } = session;
  const timeline = buildTimeline(plan, log, repertoire);
  const to = endOf(session);
  const medicine = givenIn(log);
  const checks = checksIn(log);
  return {
    id,
    plan,
    beganMs,
    sheet,
    to,
    planned: joined(buildTimeline(plan, plannedLog(plan), repertoire).spans),
    lived: livedSpans(timeline, to),
    cues: soundedCues(log, timeline),
    missed: log.flatMap((event) =>
      event.type === 'cue-missed' ? [{ cue: event.cue, reason: event.reason, at: event.at }] : [],
    ),
    levels: timeline.levels,
    medicine,
    given: medicine[0]?.value.givenAt,
    pumpEnded: eventsInForce(log).findLast(({ type }) => type === 'pump-ended')?.at,
    vitals: measuredIn(log),
    notes: notedIn(log),
    checks,
    interruptions: interruptionsOf(log, to),
    acts: acts(log),
    totals: totalsOf(checks.left?.at ?? to, medicine),
  };
}

/** Where it was ended; else the last that is known of it. */
export function endOf({ log, lastSeen = START }: LivedSession): SessionTime {
  const ended = log.findLast(({ type }) => type === 'ended');
  return ended?.at ?? latest(lastSeen, log.at(-1)?.at ?? START);
}

export function livedSpans({ spans }: Timeline, to: SessionTime): PhaseSpan[] {
  const lived = spans.filter(({ from }) => from < to).map((span) => ({ ...span, to: earliest(span.to, to) }));
  return joined(lived);
}

/** Less than this of a line is a sound, not words; less of a bell is none. */
const SHORTEST: Seconds = 0.5;
const STEP: Seconds = 0.1;
/** Where a bell is not heard within its first seconds, it was not heard: it only grows softer. */
const BELL_HEARD: Seconds = 3;

function soundedCues(log: SessionLog, timeline: Timeline): SoundedCue[] {
  const laidOut = new Map(timeline.cues.map((cue) => [cue.id, cue]));
  const sounded = log.flatMap((event) => (event.type === 'cue-sounded' ? [event] : []));
  return sounded
    .filter((event) => couldBeHeard(event, laidOut.get(event.cue), timeline))
    .map(({ cue: id, bus, clip, from }) => {
      const cue = laidOut.get(id);
      const text = cue !== undefined && isVoice(cue) ? { text: cue.text } : {};
      return { id, bus, clip, ...text, from: sessionTimeOf(from), asked: cue?.asked === true };
    })
    .sort((one, other) => one.from - other.from);
}

/** By the levels as they were: a cue that began in a silence may come out of it, or not. */
function couldBeHeard(
  { bus, from }: SessionEvent & { readonly type: 'cue-sounded' },
  cue: Cue | undefined,
  timeline: Timeline,
): boolean {
  const end = cue === undefined ? from + SHORTEST : cue.at + cue.duration;
  const length = Math.min(end - from, bus === 'bell' ? BELL_HEARD : Infinity);
  const level = busLevel(timeline, bus);
  const moments = Array.from({ length: Math.ceil(length / STEP) }, (_, nth) =>
    sessionTimeOf(from + nth * STEP),
  );
  const heard = moments.filter((at) => levelAt(level, at) + levelAt(timeline.master, at) > FADE_FLOOR);
  return heard.length * STEP >= Math.min(SHORTEST, length);
}

function interruptionsOf(log: SessionLog, end: SessionTime): Interruption[] {
  const found: Interruption[] = [];
  let lost: { readonly from: SessionTime; readonly reason: string } | undefined;
  for (const event of log) {
    if (event.type === 'interrupted') lost ??= { from: event.at, reason: event.reason };
    if (event.type !== 'resumed' || lost === undefined) continue;
    found.push({ ...lost, to: event.at });
    lost = undefined;
  }
  return lost === undefined ? found : [...found, { ...lost, to: latest(end, lost.from) }];
}

/** Completion is when the patient left; where nobody said so, the end of the session. */
function totalsOf(completed: SessionTime, medicine: readonly Corrected<Given>[]): Totals {
  const given = medicine[0]?.value.givenAt;
  const devices = medicine.filter(({ value }) => value.device !== undefined);
  const since = (from: SessionTime | undefined) =>
    from === undefined ? undefined : minutes(completed - from);
  return {
    whole: minutes(completed),
    preparation: given === undefined ? undefined : minutes(given),
    sinceGiven: since(given),
    sinceFirstDevice: since(devices[0]?.value.givenAt),
    sinceLastDevice: since(devices.at(-1)?.value.givenAt),
  };
}

function minutes(seconds: Seconds): number {
  return Math.max(0, Math.round(seconds / 6) / 10);
}

/**
 * The wall clock at a moment, in milliseconds [RE8]. Medicine waits for nobody; a practice that waited did not move on, so
 * that its time counts from what was written down last before. An interruption is written when it is found: it may be late.
 */
export function wallMsAt(
  { acts, beganMs, plan }: Pick<SessionRecord, 'acts' | 'beganMs' | 'plan'>,
  at: SessionTime,
): number {
  if (plan.clock === 'medicine') return beganMs + at * 1000;
  const before = acts.findLast((event) => event.at <= at && event.wallMs > 0);
  return before === undefined ? beganMs + at * 1000 : before.wallMs + (at - before.at) * 1000;
}
