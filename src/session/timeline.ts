import { ramp, sum, UNCHANGED, type Automation } from './automation.ts';
import { compose, type Wanted } from './compose.ts';
import type { Cue, Repertoire } from './cues.ts';
import type { Bus, Layer } from './layers.ts';
import type { SessionEvent, SessionLog } from './log.ts';
import { joined, outlook, type PhaseSpan } from './phases.ts';
import type { Plan } from './plan.ts';
import { spliced } from './splicing.ts';
import { beginState, stateAfter, stateTakenBack, type State } from './state.ts';
import { later, SILENCE, START, within, type SessionTime } from './units.ts';

/** What sounds and when: the one value that engine, screens, record, printed tests and offline render read. */
export interface Timeline {
  readonly spans: readonly PhaseSpan[];
  /** Sorted by `at`. */
  readonly cues: readonly Cue[];
  readonly layers: readonly Layer[];
  /** The person's level of each bus. */
  readonly levels: Readonly<Record<Bus, Automation>>;
  /** What a bus steps back by, under a voice or on the grounding ladder. */
  readonly ducking: Readonly<Record<Bus, Automation>>;
  /** Start, silence, interruption and end. */
  readonly master: Automation;
  /** Where the last sound has faded; OPEN while a phase has no known end. */
  readonly to: SessionTime;
  /** What the log has made of the plan by its last event; decides what would come next. */
  readonly state: State;
}

/** A session begins from silence and takes at least this long to be all there. */
const START_FADE = 10;

/**
 * The only thing that knows what sounds and when. Folds the log over the plan: each event rewrites what comes after
 * it and nothing before [T3].
 */
export function buildTimeline(plan: Plan, log: SessionLog, repertoire: Repertoire): Timeline {
  return log.reduce(
    (timeline, _, nth) => withEvent(timeline, plan, log.slice(0, nth + 1), repertoire),
    beginning(plan, repertoire),
  );
}

/** The timeline once the last event of the log has happened too: one step of `buildTimeline`, for a session that is running. */
export function withEvent(timeline: Timeline, plan: Plan, log: SessionLog, repertoire: Repertoire): Timeline {
  const event = log.at(-1);
  if (event === undefined) return timeline;
  const around = { plan, repertoire, cues: timeline.cues };
  const state =
    event.type === 'undone'
      ? stateTakenBack(timeline.state, log, event.at, around)
      : stateAfter(timeline.state, event, around);
  return spliced(timeline, compose({ plan, state, repertoire, at: event.at, said: timeline.cues }), event);
}

function beginning(plan: Plan, repertoire: Repertoire): Timeline {
  const state = beginState(plan);
  const wanted: Wanted = compose({ plan, state, repertoire, at: START, said: [] });
  const risen = ramp({ at: START, level: SILENCE }, 0, START_FADE);
  const rising = risen.at(-1)?.at ?? START;
  return { ...wanted, master: [...risen, ...wanted.master.filter((point) => point.at > rising)] };
}

/** The cues of [from, to). Windows tile: two that meet have every cue once [T2]. */
export function cuesBetween(timeline: Timeline, from: SessionTime, to: SessionTime): readonly Cue[] {
  return timeline.cues.filter((cue) => within(cue.at, { from, to }));
}

/** Everything that should be heard at a position: what a player takes up when it starts there. */
export interface Sounding {
  readonly layers: readonly Layer[];
  readonly cues: readonly Cue[];
}

export function soundingAt(timeline: Timeline, at: SessionTime): Sounding {
  return {
    layers: timeline.layers.filter((layer) => within(at, layer)),
    cues: timeline.cues.filter((cue) => within(at, { from: cue.at, to: later(cue.at, cue.duration) })),
  };
}

/** The stretch of a phase at a position; undefined after the end. */
export function spanAt(timeline: Timeline, at: SessionTime): PhaseSpan | undefined {
  return timeline.spans.find((span) => within(at, span));
}

/** All that was lived by `at`, and what would follow were everything to go on as planned: what the tide is drawn from. */
export function foreseenSpans(timeline: Timeline, plan: Plan, at: SessionTime): PhaseSpan[] {
  const lived = timeline.spans
    .filter((span) => span.from <= at)
    .map((span) => (span.to > at ? { ...span, to: at } : span));
  const ended = timeline.state.endedAt !== undefined && timeline.state.endedAt <= at;
  const ahead = ended ? [] : outlook(plan, timeline.state.course, at).filter((span) => span.to > at);
  return joined([...lived, ...ahead.map((span) => (span.from < at ? { ...span, from: at } : span))]);
}

/** T0: when the medicine was given, or the first device started; undefined before. */
export function medicineGivenAt(log: SessionLog): SessionEvent | undefined {
  return log.find((event) => event.type === 'medicine-given' || event.type === 'device-started');
}

/** The whole level of a bus, as its gain is to be. */
export function busLevel(timeline: Timeline, bus: Bus): Automation {
  return sum(timeline.levels[bus], timeline.ducking[bus] ?? UNCHANGED);
}
