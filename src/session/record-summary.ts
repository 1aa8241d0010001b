import { breathLength } from './breath.ts';
import { livedSpans, endOf, type LivedSession } from './record.ts';
import { t0Of } from './entries.ts';
import { notedIn } from './record-clinic.ts';
import type { PhaseSpan } from './phases.ts';
import type { RouteId } from './plan.ts';
import { buildTimeline, type Timeline } from './timeline.ts';
import type { SessionTime } from './units.ts';

/** A record as a list shows it: enough for a line and a tide, so that nobody reads years of events for a list. */
export interface RecordSummary {
  readonly id: string;
  readonly beganMs: number;
  readonly title: string;
  /** The id of its plan: of a practice, which one it was. */
  readonly plan: string;
  readonly route: RouteId | undefined;
  readonly to: SessionTime;
  readonly given: SessionTime | undefined;
  readonly lived: readonly PhaseSpan[];
  /** Breaths a minute of the breath that led last, at its own pace; undefined where none did. */
  readonly breath: number | undefined;
  /** What was written in it, for finding it again. */
  readonly words: string;
}

/** More than this nobody remembers to look for. */
const WORDS = 2000;

/** What a guide says does not move phases: none is needed. */
const NOBODY = { line: () => undefined };

export function summaryOf(session: LivedSession): RecordSummary {
  const { id, beganMs, plan, log } = session;
  const to = endOf(session);
  const timeline = buildTimeline(plan, log, NOBODY);
  return {
    id,
    beganMs,
    title: plan.title,
    plan: plan.id,
    route: plan.route,
    to,
    given: t0Of(log),
    lived: livedSpans(timeline, to),
    breath: breathOf(timeline, to),
    words: notedIn(log)
      .flatMap(({ value: { text, tag } }) => [tag ?? '', text])
      .filter((word) => word !== '')
      .join(' ')
      .slice(0, WORDS),
  };
}

function breathOf({ layers }: Timeline, to: SessionTime): number | undefined {
  const led = layers.flatMap(({ from, sound }) => (from < to && sound.kind === 'breath' ? [sound] : []));
  const last = led.at(-1);
  return last === undefined ? undefined : 60 / breathLength(last);
}
