import type { Repertoire, VoiceCue } from './cues.ts';
import type { Bus } from './layers.ts';
import type { Rung } from './log.ts';
import type { Plan } from './plan.ts';
import { later, SILENCE, type Decibels, type Seconds, type SessionTime } from './units.ts';

/** From a tap to the line it asks for: the bed steps back first. */
export const ASK_LEAD: Seconds = 0.8;
/** Rest between the ladder's lines: time to feel the feet before the hands are named. */
const GROUND_REST: Seconds = 5;

/** What each rung leaves of a bus. The whole ladder is one tap a rung, and each rung can be undone. */
export function thinnedBy(rung: Rung, bus: Bus): Decibels {
  if (rung === 0 || bus === 'voice') return 0;
  return bus === 'bed' ? -9 : SILENCE;
}

/** What a rung says on being reached: the anchor line, then feet, hands and room. `seq` is the number of the step in the log. */
export function groundingCues(
  { rung, seq }: { readonly rung: Rung; readonly seq: number },
  from: SessionTime,
  { plan, repertoire }: { readonly plan: Plan; readonly repertoire: Repertoire },
): VoiceCue[] {
  const clips = rung === 2 ? plan.grounding.anchor : rung === 3 ? plan.grounding.room : [];
  let at = from;
  return clips.flatMap((clip, nth): VoiceCue[] => {
    const line = repertoire.line(clip);
    if (line === undefined) return [];
    const id = `ground/voice/${seq}/${nth}`;
    const cue = { id, at, bus: 'voice', clip, ...line, asked: true } as const;
    at = later(at, line.duration + GROUND_REST);
    return [cue];
  });
}
