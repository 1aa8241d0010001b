import { splice, steady, sum, type Automation } from './automation.ts';
import { compose } from './compose.ts';
import { endOfCue, plainId, type Cue, type Repertoire } from './cues.ts';
import { goingOn } from './following.ts';
import type { Bus, Layer } from './layers.ts';
import { eventsInForce, type SessionEvent, type SessionLog } from './log.ts';
import { sparedLines } from './measuring.ts';
import { courseAt, isOver, joined, outlook, type PhaseSpan } from './phases.ts';
import type { Plan } from './plan.ts';
import { closed, END_FADE, entering, spliced } from './splicing.ts';
import { beginState, stateAfter, type State } from './state.ts';
import { stateTakenBack } from './undo.ts';
import { INSTANT, later, OPEN, SILENCE, START, within, type Seconds, type SessionTime } from './units.ts';

/** What sounds and when: the one value that engine, screens, record, printed tests and offline render read. */
export interface Timeline {
  readonly spans: readonly PhaseSpan[];
  /** Sorted by `at`. */
  readonly cues: readonly Cue[];
  readonly layers: readonly Layer[];
  /** The person's level of each bus. */
  readonly levels: Readonly<Record<Bus, Automation>>;
  /** What a bus steps back by under a voice. */
  readonly ducking: Readonly<Record<Bus, Automation>>;
  /** What the grounding ladder takes from a bus, and what measuring does. */
  readonly thinning: Readonly<Record<Bus, Automation>>;
  /** Start, silence, interruption and end. */
  readonly master: Automation;
  /** Where the last sound has faded; OPEN while a phase has no known end. */
  readonly to: SessionTime;
  /** What the log has made of the plan by its last event; decides what would come next. */
  readonly state: State;
}

/** A session begins from silence and takes at least this long to be all there. */
const START_FADE: Seconds = 10;

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
  if (event.at >= later(timeline.to, -INSTANT)) return afterTheEnd(timeline, event);
  if (event.type === 'undone') return withUndone(timeline, plan, log, { event, repertoire });
  if (timeline.state.endedAt !== undefined) return timeline;
  const state = stateAfter(timeline.state, event, { plan, repertoire, cues: timeline.cues });
  if (state === timeline.state) return timeline;
  return changed(timeline, state, timeline, { plan, event, repertoire });
}

/** What is over is not taken up again [T7]; that it is over may still be said. */
function afterTheEnd(timeline: Timeline, { type, at }: SessionEvent): Timeline {
  if (type !== 'ended' || timeline.state.endedAt !== undefined) return timeline;
  return { ...timeline, state: { ...timeline.state, endedAt: at } };
}

/** As if what was taken back had not happened: from the timeline that never had it, what lies ahead [L3]. */
function withUndone(
  timeline: Timeline,
  plan: Plan,
  log: SessionLog,
  { event, repertoire }: { readonly event: SessionEvent; readonly repertoire: Repertoire },
): Timeline {
  const never = buildTimeline(plan, eventsInForce(log), repertoire);
  if (never.state.endedAt !== undefined && timeline.state.endedAt !== undefined) return timeline;
  const state = stateTakenBack(timeline, never, plan, event.at);
  return changed(timeline, state, never, { plan, event, repertoire });
}

/** The timeline of a new state. `before` is the one whose coming cues are awaited. */
function changed(
  timeline: Timeline,
  state: State,
  before: Timeline,
  {
    plan,
    event,
    repertoire,
  }: { readonly plan: Plan; readonly event: SessionEvent; readonly repertoire: Repertoire },
): Timeline {
  const { at } = event;
  const over = state.endedAt !== undefined || isOver(plan, courseAt(plan, state.course, at));
  if (over) return closed(timeline, state, event);
  const begun = timeline.cues.filter((cue) => cue.at < at);
  const awaited = new Map([
    ...before.cues.filter((cue) => cue.at >= at).map((cue) => [plainId(cue.id), cue.at] as const),
    ...sparedLines({ plan, repertoire }, { before: timeline.state, after: state }, at),
  ]);
  const wanted = compose({ plan, state, repertoire, at, begun, awaited });
  const endsTooSoon = wanted.to < later(at, END_FADE) && wanted.to < timeline.to;
  return endsTooSoon ? closed(timeline, state, event) : spliced(timeline, wanted, state, event);
}

function beginning(plan: Plan, repertoire: Repertoire): Timeline {
  const state = beginState(plan);
  const wanted = compose({ plan, state, repertoire, at: START, begun: [], awaited: new Map() });
  return {
    ...wanted,
    // The beds come up with the session itself.
    layers: goingOn(
      wanted.layers.map((layer) => entering(layer.bus === 'bed' ? { ...layer, fadeIn: 0 } : layer, START)),
    ),
    master: splice(steady(SILENCE), wanted.master, START, START_FADE),
    state,
  };
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
    cues: timeline.cues.filter((cue) => within(at, { from: cue.at, to: endOfCue(cue) })),
  };
}

/** The stretch of a phase at a position; undefined after the end. */
export function spanAt(timeline: Timeline, at: SessionTime): PhaseSpan | undefined {
  return timeline.spans.find((span) => within(at, span));
}

/**
 * All that was lived by `at` (not before the last event), and what would follow were everything to go on as planned:
 * what the tide is drawn from.
 */
export function foreseenSpans(timeline: Timeline, plan: Plan, at: SessionTime): PhaseSpan[] {
  if (timeline.to !== OPEN) return [...timeline.spans];
  const lived = timeline.spans
    .filter((span) => span.from < at)
    .map((span) => (span.to > at ? { ...span, to: at } : span));
  const ahead = outlook(plan, timeline.state.course, at).filter((span) => span.to > at);
  return joined([...lived, ...ahead.map((span) => (span.from < at ? { ...span, from: at } : span))]);
}

/** The whole level of a bus, as its gain is to be. */
export function busLevel(timeline: Timeline, bus: Bus): Automation {
  return sum(timeline.levels[bus], timeline.ducking[bus], timeline.thinning[bus]);
}
