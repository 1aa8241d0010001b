import { isVoice } from '../cues.ts';
import type { Region } from '../regions.ts';
import type { Timeline } from '../timeline.ts';
import type { SessionTime } from '../units.ts';

/** Where a line leads: to regions, to none (it comes before all places, or after them), or undefined: it says nothing of where. */
export type PlaceOf = (line: string) => readonly Region[] | undefined;

/**
 * Where a body scan is at a moment: the regions that the last line to arrive anywhere led to, from its beginning on. Nowhere
 * before the first, once the scan closes, and once something else is spoken about. What somebody asked for on a tap
 * does not count.
 */
export function regionsAt(timeline: Timeline, at: SessionTime, placeOf: PlaceOf): readonly Region[] {
  for (const cue of timeline.cues.toReversed()) {
    if (!isVoice(cue) || cue.asked || cue.at > at) continue;
    const place = placeOf(cue.clip);
    if (place !== undefined) return place;
  }
  return [];
}

/** Where a body scan has led to until a moment, in the order in which it did. */
export function regionsUntil(timeline: Timeline, at: SessionTime, placeOf: PlaceOf): readonly Region[] {
  const begun = timeline.cues.filter((cue) => isVoice(cue) && !cue.asked && cue.at <= at);
  return [...new Set(begun.flatMap((cue) => placeOf(cue.clip) ?? []))];
}
