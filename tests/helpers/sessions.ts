import type { EventBody, SessionLog } from '#session/log.ts';
import { planOf } from '#session/plan-reading.ts';
import { type Plan, type PlanInput, type RouteId } from '#session/plan.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices, type Choices } from '#session/routes/shape.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import { sessionTimeOf } from '#session/units.ts';
import { evenGuide } from './guide.ts';

/** A shipped plan with some choices made differently. */
export function shippedPlan(route: RouteId, choices: Partial<Choices> = {}): Plan {
  return routes[route].build({ ...defaultChoices(routes[route]), ...choices });
}

/** Minutes and seconds, as a facilitator would say them: `min(12, 30)`. */
export function min(minutes: number, seconds = 0): number {
  return minutes * 60 + seconds;
}

/** A log from its events and their seconds, numbered in order. */
export function logged(...events: readonly (readonly [at: number, body: EventBody])[]): SessionLog {
  return events.map(([at, body], seq) => ({ ...body, at: sessionTimeOf(at), seq, wallMs: at * 1000 }));
}

export function timelineOf(plan: Plan, log: SessionLog): Timeline {
  return buildTimeline(plan, log, evenGuide);
}

type PhaseInput = PlanInput['phases'][number];

/** A phase of ten minutes with a bed at one level, and whatever else a test is about. */
export function phase(change: Partial<PhaseInput> = {}): PhaseInput {
  return { phase: 'onset', minutes: 10, bed: { start: 0, end: 0 }, ...change };
}

/** A valid plan document with one quiet phase, and whatever else a test is about. */
export function planInput(change: Partial<PlanInput> = {}): PlanInput {
  return {
    format: 'undertone-plan',
    version: 2,
    id: 'small',
    title: 'Small',
    clock: 'medicine',
    talk: 'sparse',
    bell: 'small-bell',
    beds: [{ sound: 'ocean' }],
    beats: { kind: 'none', carrier: 200 },
    levels: { voice: 0, bell: 0, breath: 0, bed: 0, beats: 0 },
    phases: [phase()],
    ...change,
  };
}

export function plan(change: Partial<PlanInput> = {}): Plan {
  const read = planOf(planInput(change));
  if (!read.ok) throw new Error(`${read.problem.place}: expected ${read.problem.expected}`);
  return read.value;
}
