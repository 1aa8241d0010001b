import { t0Of } from '#session/entries.ts';
import { placeSince } from '#session/passing.ts';
import type { Plan } from '#session/plan.ts';
import { buildTimeline, spanAt, type Timeline } from '#session/timeline.ts';
import { START, type SessionTime } from '#session/units.ts';
import type { UnfinishedSession } from '#storage/journal.ts';
import type { Guide } from './guide.ts';

/** A session that was left in its middle, with whoever said its lines. */
export interface Left {
  readonly session: UnfinishedSession;
  readonly guide: Guide;
}

/** What has to be on hand before it is wanted. */
export interface Wanted {
  readonly plan: Plan;
  readonly timeline: Timeline;
  readonly guide: Guide;
}

/** What can be said about a session that was left in its middle. */
export interface Unfinished {
  readonly title: string;
  readonly beganMs: number;
  /** Where it would be now. */
  readonly at: SessionTime;
  readonly phase: string | undefined;
  /** Seconds, by the corrected T0. */
  readonly sinceGiven: number | undefined;
}

export function withTimeline({ session: { plan, log }, guide }: Left): Wanted {
  return { plan, timeline: buildTimeline(plan, log, guide), guide };
}

/** Undefined where none was left. */
export function unfinished(left: Left | undefined, nowMs: number): Unfinished | undefined {
  if (left === undefined) return undefined;
  const { timeline } = withTimeline(left);
  const { plan, log, beganMs, alive } = left.session;
  const since = alive ?? { at: START, wallMs: beganMs };
  const at = plan.clock === 'medicine' ? placeSince(since, nowMs) : since.at;
  const given = t0Of(log);
  return {
    title: plan.title,
    beganMs,
    at,
    phase: spanAt(timeline, at)?.phase,
    sinceGiven: given === undefined ? undefined : at - given,
  };
}
