import { isUnspoken, type Cue } from '#session/cues.ts';
import { earliest, latest, START, type Seconds, type SessionTime, type Span } from '#session/units.ts';

/** Two stretches closer than this are one: an element that pauses and goes on does not meet its own end to the sample. */
const SEAM: Seconds = 0.1;

/** The cues whose beginning was played, in order: what the element says it played is the only word for what sounded. */
export function cuesHeard(cues: readonly Cue[], played: readonly Span[]): readonly Cue[] {
  return cues.filter(
    (cue) => !isUnspoken(cue) && played.some(({ from, to }) => cue.at >= from - SEAM && cue.at < to),
  );
}

/** The stretches an element has played, within a timeline that ends at `to`. */
export function playedBy(
  ranges: Pick<TimeRanges, 'length' | 'start' | 'end'>,
  to: SessionTime,
): readonly Span[] {
  return Array.from({ length: ranges.length }, (_, nth) => ({
    from: latest(START, ranges.start(nth) as SessionTime),
    to: earliest(to, ranges.end(nth) as SessionTime),
  }));
}
