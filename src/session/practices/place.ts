import { isVoice } from '../cues.ts';
import type { Region } from '../regions.ts';
import type { Timeline } from '../timeline.ts';
import type { SessionTime } from '../units.ts';
import type { ScriptLine } from './script-line.ts';

/** Lines that come before any place of a body scan, or after all. */
const NOWHERE: readonly string[] = ['begin', 'close', 'return'];

/**
 * Where a body scan is at a moment: the regions that the last line to arrive anywhere led to, from its beginning on. Nowhere
 * before the first, once the scan closes, and once something else is spoken about. What somebody asked for on a tap
 * does not count.
 */
export function regionsAt(
  timeline: Timeline,
  at: SessionTime,
  lineOf: (id: string) => ScriptLine | undefined,
): readonly Region[] {
  const begun = timeline.cues.filter((cue) => isVoice(cue) && !cue.asked && cue.at <= at);
  for (const { clip } of begun.toReversed()) {
    const line = lineOf(clip);
    if (line !== undefined && line.visits.length > 0) return line.visits;
    if (!/^(body|scan)\./.test(clip) || NOWHERE.includes(line?.stage ?? '')) return [];
  }
  return [];
}
