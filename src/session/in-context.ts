import { endOfCue, isVoice, type Repertoire, type VoiceCue } from './cues.ts';
import type { EventBody, SessionLog } from './log.ts';
import type { Plan } from './plan.ts';
import { inOrder, plannedLog } from './rehearsal.ts';
import { buildTimeline, type Timeline } from './timeline.ts';
import { later, latest, START, type Seconds, type SessionTime } from './units.ts';

/** So much of the session is heard before the line, and after it before all fades. */
const BEFORE: Seconds = 5;
const AFTER: Seconds = 3;

/** A tap that asks for a line. */
export type Asking = EventBody & { readonly type: 'line-played' | 'anchor-line-played' };

/** A piece of a session around one line. */
export interface Context {
  readonly timeline: Timeline;
  /** Where it is taken up. */
  readonly from: SessionTime;
}

/**
 * A session as it goes by itself, around the place where it says this line; where it does not, as if somebody had asked
 * for it in its longest phase. Soon after the line it is ended [V5]. Undefined where the line cannot be said at all.
 */
export function inContext(plan: Plan, repertoire: Repertoire, asked: Asking): Context | undefined {
  const planned = plannedLog(plan);
  const saysIt = (log: SessionLog) =>
    buildTimeline(plan, log, repertoire).cues.find((cue) => isVoice(cue) && cue.clip === asked.line);
  const own = saysIt(planned);
  const log = own === undefined ? withAsked(planned, plan, repertoire, asked) : planned;
  const said = own ?? saysIt(log);
  if (said === undefined || !isVoice(said)) return undefined;
  const ended = endedAfter(log, said);
  return {
    timeline: buildTimeline(plan, ended, repertoire),
    from: latest(START, later(said.at, -BEFORE)),
  };
}

function withAsked(log: SessionLog, plan: Plan, repertoire: Repertoire, asked: Asking): SessionLog {
  const { spans } = buildTimeline(plan, log, repertoire);
  const [longest] = spans.toSorted((one, other) => other.to - other.from - (one.to - one.from));
  if (longest === undefined) return log;
  return inOrder([...log, { ...asked, at: later(longest.from, (longest.to - longest.from) / 3) }]);
}

function endedAfter(log: SessionLog, said: VoiceCue): SessionLog {
  const at = later(endOfCue(said), AFTER);
  return inOrder([...log.filter((event) => event.at < at), { type: 'ended', at }]);
}
