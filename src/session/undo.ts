import { endOfCue, isVoice, plainId, type VoiceCue } from './cues.ts';
import { ASK_LEAD } from './grounding.ts';
import { courseAt } from './phases.ts';
import type { Plan } from './plan.ts';
import type { State } from './state.ts';
import type { Timeline } from './timeline.ts';
import { later, latest, START, type SessionTime } from './units.ts';

/**
 * Where a session stands once an event is taken back at `at`: as in the timeline that never had it, while what has
 * been said stays said and what others have asked for since is still said [L3].
 */
export function stateTakenBack(now: Timeline, never: Timeline, plan: Plan, at: SessionTime): State {
  return {
    ...never.state,
    course: courseAt(plan, never.state.course, at),
    asked: stillAsked(now, never, at),
  };
}

/** What was asked for, is not taken back and has not begun: where it was to be said, or where it would have been. */
function stillAsked(now: Timeline, never: Timeline, at: SessionTime): VoiceCue[] {
  const begun = now.cues.filter((cue) => cue.at < at);
  const said = new Set(begun.map((cue) => plainId(cue.id)));
  const waiting = new Map(now.state.asked.filter((cue) => cue.at >= at).map((cue) => [cue.id, cue]));
  const coming = never.state.asked
    .filter((cue) => !said.has(cue.id))
    .flatMap(
      (cue) =>
        waiting.get(cue.id) ?? (cue.at >= at ? { ...cue, at: latest(cue.at, later(at, ASK_LEAD)) } : []),
    )
    .sort((a, b) => a.at - b.at);
  let free = latest(START, ...begun.filter(isVoice).map(endOfCue));
  return coming.map((cue) => {
    const clear = { ...cue, at: latest(cue.at, later(free, ASK_LEAD)) };
    free = endOfCue(clear);
    return clear;
  });
}
