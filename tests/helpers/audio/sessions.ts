import { eachBus } from '#session/layers.ts';
import { steady } from '#session/automation.ts';
import type { Cue } from '#session/cues.ts';
import type { EventBody, SessionLog } from '#session/log.ts';
import type { Plan, RouteId } from '#session/plan.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices, type Choices } from '#session/routes/shape.ts';
import { beginState } from '#session/state.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import { OPEN, sessionTimeOf } from '#session/units.ts';
import { evenGuide } from '../guide.ts';

export function planOfRoute(id: RouteId, choices: Partial<Choices> = {}): Plan {
  return routes[id].build({ ...defaultChoices(routes[id]), ...choices });
}

/** A log from what happened when. */
export function logOf(...events: readonly (readonly [at: number, body: EventBody])[]): SessionLog {
  return events.map(([at, body], seq) => ({ ...body, seq, at: sessionTimeOf(at), wallMs: 0 }));
}

/** A session that was begun, and in which the medicine was given when it was planned to be. */
export function livedLog(plan: Plan): SessionLog {
  const first = plan.phases[0];
  if (first?.openEnded !== true) return logOf([0, { type: 'started' }]);
  return logOf([0, { type: 'started' }], [first.minutes * 60, { type: 'medicine-given' }]);
}

export function livedTimeline(plan: Plan): Timeline {
  return buildTimeline(plan, livedLog(plan), evenGuide);
}

/** Nothing but these cues, at full level. */
export function timelineOfCues(cues: readonly Cue[]): Timeline {
  return {
    spans: [],
    cues,
    layers: [],
    levels: eachBus(() => steady(0)),
    ducking: eachBus(() => steady(0)),
    thinning: eachBus(() => steady(0)),
    master: steady(0),
    to: OPEN,
    state: beginState(planOfRoute('practice-run')),
  };
}

export function bellAt(id: string, at: number): Cue {
  const place = { id, at: sessionTimeOf(at), duration: 24, asked: false };
  return { ...place, bus: 'bell', clip: 'bowl-196', soft: false };
}

export function lineAt(id: string, at: number, duration = 1): Cue {
  const place = { id, at: sessionTimeOf(at), duration, asked: false };
  return { ...place, bus: 'voice', clip: id, text: id };
}
