import { isUnspoken } from './cues.ts';
import { cuesBetween, spanAt, type Timeline } from './timeline.ts';
import type { SessionTime, Span } from './units.ts';

/** From the medicine to re-entry nothing taps a person on the hand. */
const UNTOUCHED: readonly string[] = ['onset', 'peak', 'plateau'];

/** A line that is only shown, at the moment it is. */
export interface FeltLine {
  readonly at: SessionTime;
  readonly part: 'line';
}

/** The lines of [from, to) that are shown and said by nobody, where they may be felt [M12]. */
export function feltLines(timeline: Timeline, { from, to }: Span): readonly FeltLine[] {
  return cuesBetween(timeline, from, to)
    .filter((cue) => isUnspoken(cue) && !UNTOUCHED.includes(spanAt(timeline, cue.at)?.phase ?? ''))
    .map(({ at }) => ({ at, part: 'line' }));
}
