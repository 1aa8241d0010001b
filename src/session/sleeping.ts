import { endOfCue, type Cue } from './cues.ts';
import type { Course, PlacedPhase } from './phases.ts';
import { earliest, later, type Seconds, type SessionTime } from './units.ts';

/** How long all that sounds takes to fade before a sleep timer's end: whoever falls asleep meanwhile is not woken by its going. */
const SLEEP_FADE: Seconds = 90;

/** From where on a session fades to a sleep timer's end; undefined where there is none. */
export function sleepFadeFrom({ until }: Course): SessionTime | undefined {
  return until === undefined ? undefined : later(until, -SLEEP_FADE);
}

/** What the planned phases say and strike: where the bed goes on alone, nothing does [SL3]. */
export function asLongAsPlanned(phases: readonly PlacedPhase[], { until }: Course): readonly PlacedPhase[] {
  if (until === undefined) return phases;
  return phases.map((phase) =>
    phase.waitsAt === undefined
      ? { ...phase, to: earliest(phase.to, later(phase.origin, phase.length)) }
      : phase,
  );
}

/** Nobody speaks and nothing is struck in the fade, and no line is cut by its beginning [SL2]. */
export function beforeFade(cues: readonly Cue[], course: Course): readonly Cue[] {
  const from = sleepFadeFrom(course);
  if (from === undefined) return cues;
  return cues.filter((cue) => (cue.bus === 'bell' ? cue.at : endOfCue(cue)) < from);
}
