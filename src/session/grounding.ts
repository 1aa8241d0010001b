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

/** What a rung says on being reached: the anchor line, then feet, hands and room. */
export function groundingCues(
  rung: Rung,
  from: SessionTime,
  { plan, repertoire }: { readonly plan: Plan; readonly repertoire: Repertoire },
): VoiceCue[] {
  const ids = rung === 2 ? plan.grounding.anchor : rung === 3 ? plan.grounding.room : [];
  const cues: VoiceCue[] = [];
  let at = from;
  for (const id of ids) {
    const line = repertoire.line(id);
    if (line === undefined) continue;
    cues.push({
      id: `ground/voice/${id}`,
      at,
      duration: line.duration,
      bus: 'voice',
      clip: id,
      text: line.text,
      asked: true,
    });
    at = later(at, line.duration + GROUND_REST);
  }
  return cues;
}
