import type { Plan, PlanPhase } from './plan.ts';
import {
  earliest,
  INSTANT,
  later,
  latest,
  OPEN,
  START,
  type Seconds,
  type SessionTime,
  type Span,
} from './units.ts';

/** One stretch of a phase as it was or will be lived. */
export interface PhaseSpan extends Span {
  /** The phase's id in the plan: `onset`, `peak` … */
  readonly phase: string;
}

/** Where the session is among its phases. */
export interface Course {
  /** The phase of the plan we are in; one past the last when the session is over. */
  readonly nth: number;
  readonly from: SessionTime;
  /** By phase of the plan: how long each is to take, as stretched or shortened so far. */
  readonly lengths: readonly Seconds[];
  /** How long this phase has waited in holds that are over. */
  readonly waited: Seconds;
  readonly heldSince: SessionTime | undefined;
  /** Where a sleep timer ends it all: before the planned end, or after it with the bed alone. */
  readonly until: SessionTime | undefined;
}

/** A phase of the plan with its place in the session. `origin + offset` is where an offset of the phase falls. */
export interface PlacedPhase extends PhaseSpan {
  readonly nth: number;
  readonly plan: PlanPhase;
  readonly origin: SessionTime;
  /** OPEN in an open-ended phase. */
  readonly length: Seconds;
  /** Set while held: the offset at which the phase waits. */
  readonly waitsAt: Seconds | undefined;
}

/** The last fade of a session that ends by itself [A4]. */
const CLOSING_FADE: Seconds = 40;

/** How long a last phase of this length fades at its end: at most for half of it. */
export function closingFade(length: Seconds): Seconds {
  return Math.min(CLOSING_FADE, length / 2);
}

export function beginCourse(plan: Plan): Course {
  const lengths = plan.phases.map((phase) => phase.minutes * 60);
  return { nth: 0, from: START, lengths, waited: 0, heldSince: undefined, until: undefined };
}

/** Moves on through every phase whose end has come by `at`. */
export function courseAt(plan: Plan, course: Course, at: SessionTime): Course {
  const end = endOf(plan, course);
  if (end > later(at, INSTANT)) return course;
  if (end === course.until) return { ...course, nth: plan.phases.length, from: end };
  return courseAt(plan, movedTo(plan, course, course.nth + 1, earliest(end, at)), at);
}

/** Past its last phase. */
export function isOver(plan: Plan, course: Course): boolean {
  return course.nth >= plan.phases.length;
}

/** The current phase goes on until the medicine is given. */
export function isOpenEnded(plan: Plan, course: Course): boolean {
  return plan.phases[course.nth]?.openEnded === true;
}

/** Ends the current phase at `at` and begins the given one there. Phases between are not lived. */
export function movedTo(plan: Plan, course: Course, nth: number, at: SessionTime): Course {
  return {
    nth: Math.min(nth, plan.phases.length),
    from: at,
    lengths: returning(plan, course, nth),
    waited: 0,
    heldSince: undefined,
    until: course.until,
  };
}

/** A phase that is entered again has its planned length again, not what was left of it. */
function returning(plan: Plan, course: Course, nth: number): readonly Seconds[] {
  if (nth > course.nth) return course.lengths;
  return course.lengths.map((length, index) =>
    index >= nth ? (plan.phases[index]?.minutes ?? 0) * 60 : length,
  );
}

/** Stretches (or shortens) the current phase. Shortened to what has passed or less, it ends now [P4]; a hold waits for its release even then. */
export function extended(plan: Plan, course: Course, by: Seconds, at: SessionTime): Course {
  const passed = offsetAt(course, at);
  const length = (course.lengths[course.nth] ?? 0) + by;
  if (length <= passed && plannedEnd(plan, course) !== OPEN) return movedTo(plan, course, course.nth + 1, at);
  return { ...course, lengths: course.lengths.with(course.nth, Math.max(passed, length)) };
}

export function held(course: Course, at: SessionTime): Course {
  return course.heldSince === undefined ? { ...course, heldSince: at } : course;
}

export function released(course: Course, at: SessionTime): Course {
  if (course.heldSince === undefined) return course;
  return { ...course, waited: course.waited + (at - course.heldSince), heldSince: undefined };
}

/** How far the current phase has come by its own clock, which stands still in a hold [P3]. */
function offsetAt(course: Course, at: SessionTime): Seconds {
  return (course.heldSince ?? at) - course.from - course.waited;
}

/** When the current phase ends; OPEN where nobody can know. */
function endOf(plan: Plan, course: Course): SessionTime {
  return upTo(course, course.nth === plan.phases.length - 1, plannedEnd(plan, course));
}

/** A sleep timer ends every phase by its own time, and the last one not before. */
function upTo({ until }: Course, isLast: boolean, end: SessionTime): SessionTime {
  return until === undefined || (!isLast && end < until) ? end : until;
}

function plannedEnd(plan: Plan, course: Course): SessionTime {
  const phase = plan.phases[course.nth];
  if (phase === undefined || isOpenEnded(plan, course) || course.heldSince !== undefined) return OPEN;
  return later(course.from, course.waited + (course.lengths[course.nth] ?? 0));
}

/** The current phase and all that follow it, placed as far as their places can be known. */
export function placedPhases(plan: Plan, course: Course): PlacedPhase[] {
  const placed: PlacedPhase[] = [];
  let from = course.from;
  for (const [nth, phase] of plan.phases.entries()) {
    if (nth < course.nth) continue;
    const current = nth === course.nth;
    const length = phase.openEnded ? OPEN : (course.lengths[nth] ?? 0);
    const origin = current ? later(from, course.waited) : from;
    const planned = current ? plannedEnd(plan, course) : later(origin, length);
    const to = upTo(course, nth === plan.phases.length - 1, planned);
    const waitsAt =
      current && course.heldSince !== undefined ? offsetAt(course, course.heldSince) : undefined;
    placed.push({ phase: phase.phase, nth, plan: phase, from, to, origin, length, waitsAt });
    if (to === OPEN) break;
    from = to;
  }
  return placed.filter((phase) => phase.from < phase.to);
}

/**
 * What may still come, were everything to go on as planned from `at`: a hold released now, the medicine given now
 * or at the end of the planned preparation, whichever is later. For drawing, never for sounding.
 */
export function outlook(plan: Plan, course: Course, at: SessionTime): PhaseSpan[] {
  const phase = plan.phases[course.nth];
  if (phase === undefined) return [];
  if (course.heldSince !== undefined) return outlook(plan, released(course, at), at);
  if (!phase.openEnded) return placedPhases(plan, course);
  const planned = later(course.from, course.lengths[course.nth] ?? 0);
  const given = latest(at, planned);
  return [
    { phase: phase.phase, from: course.from, to: given },
    ...outlook(plan, movedTo(plan, course, course.nth + 1, given), at),
  ];
}

/** Stretches of the same phase that meet are one. */
export function joined(spans: readonly PhaseSpan[]): PhaseSpan[] {
  const whole: PhaseSpan[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last?.phase === span.phase && last.to === span.from)
      whole[whole.length - 1] = { ...last, to: span.to };
    else if (span.to > span.from) whole.push(span);
  }
  return whole;
}
