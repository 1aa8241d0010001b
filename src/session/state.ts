import { ASK_LEAD, groundingCues } from './grounding.ts';
import {
  anchorLine,
  endOfCue,
  isVoice,
  type Cue,
  type Line,
  type Repertoire,
  type VoiceCue,
} from './cues.ts';
import { GIVEN, type SessionEvent, type Rung } from './log.ts';
import { announcement, withoutAnnouncement } from './measuring.ts';
import { beginMix, mixAfter, type Mix } from './mix.ts';
import {
  beginCourse,
  courseAt,
  extended,
  held,
  isOpenEnded,
  movedTo,
  released,
  type Course,
} from './phases.ts';
import type { Plan, Talk } from './plan.ts';
import { latest, later, type Seconds, type SessionTime } from './units.ts';

/** What the log has made of the plan up to a moment: everything that decides what comes after it. */
export interface State {
  readonly course: Course;
  /** The first tap that said so: T0 as the sound knows it. */
  readonly givenAt: SessionTime | undefined;
  readonly talk: Talk;
  readonly mix: Mix;
  readonly rung: Rung;
  /** Since when somebody is being measured; undefined while nobody is. */
  readonly measuring: SessionTime | undefined;
  /** How long the way to silence takes; undefined while it sounds. */
  readonly silencedOver: Seconds | undefined;
  readonly interrupted: boolean;
  /** It may come out of another thing than it did, and nobody has looked yet. */
  readonly outputUnsure: boolean;
  readonly endedAt: SessionTime | undefined;
  /** Lines that somebody asked for, said or still to be said, the grounding ladder's among them. */
  readonly asked: readonly VoiceCue[];
}

export function beginState(plan: Plan): State {
  return {
    course: beginCourse(plan),
    givenAt: undefined,
    talk: plan.talk,
    mix: beginMix(plan),
    rung: 0,
    measuring: undefined,
    silencedOver: undefined,
    interrupted: false,
    outputUnsure: false,
    endedAt: undefined,
    asked: [],
  };
}

/** Nothing is to be heard: by a tap, on the last rung of the ladder, or because the sound is lost. */
export function isSilent(state: State): boolean {
  return state.silencedOver !== undefined || state.interrupted || state.rung === 4;
}

/** What an event may look at besides the state: the plan, the guide, and what has been laid out until now. */
export interface Surroundings {
  readonly plan: Plan;
  readonly repertoire: Repertoire;
  readonly cues: readonly Cue[];
}

/** One event's doing; the very same state where it changes nothing that sounds [L1]. */
export function stateAfter(state: State, event: SessionEvent, around: Surroundings): State {
  const course = courseAt(around.plan, state.course, event.at);
  const moved = courseAfter(course, event, around.plan);
  if (moved !== course) return { ...state, course: moved, givenAt: givenAfter(state, event) };
  const changed = soundAfter(state, event, around);
  return changed === state ? state : { ...changed, course };
}

function givenAfter({ givenAt }: State, { type, at }: SessionEvent): SessionTime | undefined {
  return givenAt ?? (GIVEN.includes(type) ? at : undefined);
}

function courseAfter(course: Course, event: SessionEvent, plan: Plan): Course {
  switch (event.type) {
    case 'medicine-given':
    case 'device-started':
      return isOpenEnded(plan, course) ? movedTo(plan, course, course.nth + 1, event.at) : course;
    case 'phase-advanced': {
      const named = plan.phases.findIndex((phase) => phase.phase === event.to);
      const nth = event.to === 'next' ? course.nth + 1 : named;
      return nth < 0 ? course : movedTo(plan, course, nth, event.at);
    }
    case 'phase-extended':
      return extended(plan, course, event.by, event.at);
    case 'sleep-timer-set':
      return plan.clock === 'medicine' ? course : { ...course, until: later(event.at, event.in) };
    case 'sleep-timer-cancelled':
      return course.until === undefined ? course : { ...course, until: undefined };
    case 'held':
      return held(course, event.at);
    case 'released':
      return released(course, event.at);
    default:
      return course;
  }
}

function soundAfter(state: State, event: SessionEvent, around: Surroundings): State {
  switch (event.type) {
    case 'medicine-given':
    case 'device-started':
      return state.givenAt === undefined ? { ...state, givenAt: event.at } : state;
    case 'talk-changed':
      return event.talk === state.talk ? state : { ...state, talk: event.talk };
    case 'silenced':
      return state.silencedOver === undefined ? { ...state, silencedOver: event.fade } : state;
    case 'unsilenced':
      return state.silencedOver === undefined ? state : { ...state, silencedOver: undefined };
    case 'interrupted':
      return state.interrupted ? state : { ...state, interrupted: true };
    case 'resumed':
      return state.interrupted ? { ...state, interrupted: false } : state;
    case 'output-changed':
      return state.outputUnsure ? state : { ...state, outputUnsure: true };
    case 'output-confirmed':
      return state.outputUnsure ? { ...state, outputUnsure: false } : state;
    case 'grounding-stepped':
      return event.rung === state.rung ? state : climbed(state, { ...event, rung: event.rung }, around);
    case 'line-played':
      return asking(state, event, around.repertoire.line(event.line), around);
    case 'anchor-line-played':
      return asking(state, event, anchorLine(around.repertoire, event.line), around);
    case 'vitals-begun':
      return state.measuring === undefined ? measured(state, event, around) : state;
    case 'vitals-ended':
      if (state.measuring === undefined) return state;
      return { ...state, measuring: undefined, asked: withoutAnnouncement(state.asked, event.at) };
    case 'ended':
      return { ...state, endedAt: event.at };
    default:
      return mixed(state, event);
  }
}

function mixed(state: State, event: SessionEvent): State {
  const mix = mixAfter(state.mix, event);
  return mix === state.mix ? state : { ...state, mix };
}

/** On the way up each rung says its own lines; what another rung was still to say is not said [G2]. */
function climbed(
  state: State,
  { rung, seq, at }: { readonly rung: Rung; readonly seq: number; readonly at: SessionTime },
  around: Surroundings,
): State {
  const asked = state.asked.filter((cue) => cue.at < at || !cue.id.startsWith('ground/'));
  if (rung < state.rung) return { ...state, rung, asked };
  const from = freeFrom(asked, at, around.cues);
  return { ...state, rung, asked: [...asked, ...groundingCues({ rung, seq }, from, around)] };
}

function measured(state: State, event: SessionEvent & { type: 'vitals-begun' }, around: Surroundings): State {
  const free = freeFrom(state.asked, event.at, around.cues);
  const lines = event.announced ? announcement(event, free, around.repertoire) : [];
  return { ...state, measuring: event.at, asked: [...state.asked, ...lines] };
}

function asking(
  state: State,
  { seq, at: tapped, line: clip }: { readonly seq: number; readonly at: SessionTime; readonly line: string },
  line: Line | undefined,
  around: Surroundings,
): State {
  if (line === undefined) return state;
  const at = freeFrom(state.asked, tapped, around.cues);
  const cue: VoiceCue = { id: `asked/voice/${seq}`, at, bus: 'voice', clip, ...line, asked: true };
  return { ...state, asked: [...state.asked, cue] };
}

/** The next moment at which nobody is speaking any more, with time for the bed to step back [C9]. */
function freeFrom(asked: readonly VoiceCue[], at: SessionTime, cues: readonly Cue[]): SessionTime {
  const speaking = cues.filter((cue) => isVoice(cue) && cue.at < at);
  const waiting = asked.filter((cue) => cue.at >= at);
  return later(latest(at, ...[...speaking, ...waiting].map(endOfCue)), ASK_LEAD);
}
