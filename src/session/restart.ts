import { endOfCue, isVoice, type Repertoire } from './cues.ts';
import { eventsInForce, type EventBody, type SessionLog } from './log.ts';
import type { Plan } from './plan.ts';
import { sleepFadeFrom } from './sleeping.ts';
import { buildTimeline, type Timeline } from './timeline.ts';
import { earliest, INSTANT, later, latest, START, type Seconds, type SessionTime } from './units.ts';

/** A practice begun again in its middle: where, and what its log begins with. */
export interface Restart {
  readonly at: SessionTime;
  readonly events: readonly (EventBody & { readonly at: SessionTime })[];
}

/** Why a practice that is begun again is silent at first. */
export const RESTARTED = 'restarted';
/** What somebody has heard cut off is heard whole, and not at once. */
const BEFORE_LINE: Seconds = 1;

/** What has made the practice what it was; silences and losses are not taken along. */
const TAKEN: readonly EventBody['type'][] = [
  ...(['phase-advanced', 'phase-extended', 'held', 'released', 'talk-changed'] as const),
  ...(['bus-level-changed', 'layer-level-changed', 'strip-muted', 'strip-soloed'] as const),
  ...(['bed-added', 'bed-removed', 'sleep-timer-set', 'sleep-timer-cancelled'] as const),
];

/**
 * How a practice that was ended, by hand or by a sleep timer, goes on where its last fade began [SL5]: another session
 * of the same plan that was silent until there and comes up over eight seconds. Undefined where it ended by itself.
 */
export function restartOf(plan: Plan, log: SessionLog, repertoire: Repertoire): Restart | undefined {
  const timeline = buildTimeline(plan, log, repertoire);
  const fade = fadeOf(timeline);
  if (fade === undefined) return undefined;
  const at = beforeLine(timeline, fade);
  const taken = eventsInForce(log).filter((event) => TAKEN.includes(event.type) && event.at <= at);
  return {
    at,
    events: [
      { type: 'started', at: START },
      { type: 'interrupted', reason: RESTARTED, at: START },
      ...taken,
      { ...sleepAgain(plan, log, repertoire, at), at },
      { type: 'resumed', at },
    ],
  };
}

/** Where the last fade began: at the tap that ended it, or with the sleep timer's fade. */
function fadeOf({ state, to }: Timeline): SessionTime | undefined {
  const { endedAt, course } = state;
  if (endedAt === undefined) return undefined;
  const sleep = sleepFadeFrom(course);
  if (sleep !== undefined && sleep < endedAt) return latest(START, sleep);
  return endedAt < later(to, -INSTANT) ? endedAt : undefined;
}

function beforeLine({ cues }: Timeline, at: SessionTime): SessionTime {
  const cut = cues.find((cue) => isVoice(cue) && cue.at < at && endOfCue(cue) > at);
  return cut === undefined ? at : latest(START, earliest(at, later(cut.at, -BEFORE_LINE)));
}

/** Within its planned time it goes on to its planned end; after it the bed goes on for as long as was asked for last. */
function sleepAgain(plan: Plan, log: SessionLog, repertoire: Repertoire, at: SessionTime): EventBody {
  const awake = log.filter(({ type }) => !type.startsWith('sleep-timer') && type !== 'ended');
  const asked = lastSleep(log);
  if (asked === undefined || buildTimeline(plan, awake, repertoire).to > later(at, 60))
    return { type: 'sleep-timer-cancelled' };
  return { type: 'sleep-timer-set', in: asked };
}

/** For how long a sleep timer was set last, in seconds; one that was taken back was not set. */
export function lastSleep(log: SessionLog): Seconds | undefined {
  return eventsInForce(log).findLast((event) => event.type === 'sleep-timer-set')?.in;
}
