import { ASK_LEAD, groundingCues } from './grounding.ts';
import type { Cue, Repertoire, VoiceCue } from './cues.ts';
import type { Bus } from './layers.ts';
import { withoutUndone, type Rung, type SessionEvent, type SessionLog } from './log.ts';
import { beginCourse, courseAt, extended, held, movedTo, released, type Course } from './phases.ts';
import type { Plan, Talk } from './plan.ts';
import { latest, later, type Decibels, type Seconds, type SessionTime } from './units.ts';

/** What the log has made of the plan up to a moment: everything that decides what comes after it. */
export interface State {
  readonly course: Course;
  readonly talk: Talk;
  readonly levels: Readonly<Record<Bus, Decibels>>;
  readonly rung: Rung;
  /** How long the way to silence takes; undefined while it sounds. */
  readonly silencedOver: Seconds | undefined;
  readonly interrupted: boolean;
  readonly endedAt: SessionTime | undefined;
  /** Lines that somebody asked for, the grounding ladder's among them. */
  readonly asked: readonly VoiceCue[];
}

export function beginState(plan: Plan): State {
  return {
    course: beginCourse(plan),
    talk: plan.talk,
    levels: plan.levels,
    rung: 0,
    silencedOver: undefined,
    interrupted: false,
    endedAt: undefined,
    asked: [],
  };
}

/** What an event may look at besides the state: the plan, the guide, and what has been said until now. */
export interface Surroundings {
  readonly plan: Plan;
  readonly repertoire: Repertoire;
  readonly cues: readonly Cue[];
}

/** One event's doing. Pure: the same state, event and surroundings give the same state. */
export function stateAfter(state: State, event: SessionEvent, around: Surroundings): State {
  const now = { ...state, course: courseAt(around.plan, state.course, event.at) };
  if (now.endedAt !== undefined) return now;
  return changePhase(now, event, around.plan) ?? changeSound(now, event, around) ?? now;
}

function changePhase(state: State, event: SessionEvent, plan: Plan): State | undefined {
  const { course } = state;
  switch (event.type) {
    case 'medicine-given':
    case 'device-started':
      return plan.phases[course.nth]?.openEnded === true
        ? { ...state, course: movedTo(plan, course, course.nth + 1, event.at) }
        : state;
    case 'phase-advanced': {
      const nth =
        event.to === 'next' ? course.nth + 1 : plan.phases.findIndex((phase) => phase.phase === event.to);
      return nth < 0 ? state : { ...state, course: movedTo(plan, course, nth, event.at) };
    }
    case 'phase-extended':
      return { ...state, course: extended(plan, course, event.by, event.at) };
    case 'held':
      return { ...state, course: held(course, event.at) };
    case 'released':
      return { ...state, course: released(course, event.at) };
    case 'ended':
      return { ...state, endedAt: event.at };
    default:
      return undefined;
  }
}

function changeSound(state: State, event: SessionEvent, around: Surroundings): State | undefined {
  switch (event.type) {
    case 'talk-changed':
      return { ...state, talk: event.talk };
    case 'bus-level-changed':
      return { ...state, levels: { ...state.levels, [event.bus]: event.level } };
    case 'silenced':
      return { ...state, silencedOver: event.fade };
    case 'unsilenced':
      return { ...state, silencedOver: undefined };
    case 'interrupted':
      return { ...state, interrupted: true };
    case 'resumed':
      return { ...state, interrupted: false };
    case 'grounding-stepped':
      return climbed(state, event.rung, event.at, around);
    case 'line-played':
      return { ...state, asked: [...state.asked, ...askedLine(state, event, event.line, around)] };
    default:
      return undefined;
  }
}

/** On the way up each rung says its own lines; on the way down what has not been said is not said. */
function climbed(state: State, rung: Rung, at: SessionTime, around: Surroundings): State {
  const kept = state.asked.filter((cue) => cue.at < at || !cue.id.startsWith('ground/'));
  if (rung <= state.rung) return { ...state, rung, asked: kept };
  const from = freeFrom({ ...state, asked: kept }, at, around);
  return { ...state, rung, asked: [...kept, ...groundingCues(rung, from, around)] };
}

function askedLine(state: State, event: SessionEvent, id: string, around: Surroundings): VoiceCue[] {
  const line = around.repertoire.line(id);
  if (line === undefined) return [];
  const at = freeFrom(state, event.at, around);
  return [
    {
      id: `asked/voice/${event.seq}`,
      at,
      duration: line.duration,
      bus: 'voice',
      clip: id,
      text: line.text,
      asked: true,
    },
  ];
}

/** The next moment at which nobody is speaking, with time for the bed to step back. */
function freeFrom(state: State, at: SessionTime, { cues }: Surroundings): SessionTime {
  const speaking = cues.filter((cue) => cue.bus === 'voice' && cue.at < at);
  const ends = [...speaking, ...state.asked].map((cue) => later(cue.at, cue.duration));
  return later(latest(at, ...ends), ASK_LEAD);
}

/**
 * Where the log stands once an event was taken back: from `at` on as if it had not happened, while what was said
 * stays said and what happened to other things since is kept.
 */
export function stateTakenBack(state: State, log: SessionLog, at: SessionTime, around: Surroundings): State {
  const without = withoutUndone(log).reduce(
    (folded, event) => stateAfter(folded, event, around),
    beginState(around.plan),
  );
  return {
    ...without,
    course: courseAt(around.plan, without.course, at),
    asked: [...state.asked.filter((cue) => cue.at < at), ...without.asked.filter((cue) => cue.at >= at)],
  };
}
