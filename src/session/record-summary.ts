import { breathLength } from './breath.ts';
import { livedSpans, endOf, type LivedSession } from './record.ts';
import { t0Of } from './entries.ts';
import type { SessionLog } from './log.ts';
import { notedIn } from './record-clinic.ts';
import type { PhaseSpan } from './phases.ts';
import type { RouteId } from './plan.ts';
import { RESTARTED } from './restart.ts';
import { buildTimeline, type Timeline } from './timeline.ts';
import { START, type SessionTime } from './units.ts';

/** A record as a list shows it: enough for a line and a tide, so that nobody reads years of events for a list. */
export interface RecordSummary {
  readonly id: string;
  readonly beganMs: number;
  readonly title: string;
  /** The id of its plan: of a practice, which one it was. */
  readonly plan: string;
  readonly route: RouteId | undefined;
  /** Where it began to sound: a practice that was gone on with was silent until there [SL5]. */
  readonly from: SessionTime;
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
    from: restartIn(log) ?? START,
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

function restartIn(log: SessionLog): SessionTime | undefined {
  const silent = log.findIndex((event) => event.type === 'interrupted' && event.reason === RESTARTED);
  return silent < 0 ? undefined : log.slice(silent).find(({ type }) => type === 'resumed')?.at;
}

function breathOf({ layers }: Timeline, to: SessionTime): number | undefined {
  const led = layers.flatMap(({ from, sound }) => (from < to && sound.kind === 'breath' ? [sound] : []));
  const last = led.at(-1);
  return last === undefined ? undefined : 60 / breathLength(last);
}
