import { bedTime } from './bed-time.ts';
import { bodyScan } from './body-scan.ts';
import { breathAwareness } from './breath-awareness.ts';
import { breath } from './breath.ts';
import { grounding } from './grounding.ts';
import { lovingKindness } from './loving-kindness.ts';
import type { Practice, PracticeId } from './shape.ts';
import { sounds } from './sounds.ts';

/** The shipped practices by id. */
export const practices: Readonly<Record<PracticeId, Practice>> = {
  'body-scan': bodyScan,
  breath,
  'breath-awareness': breathAwareness,
  'loving-kindness': lovingKindness,
  grounding,
  sounds,
  'bed-time': bedTime,
};

export function isPracticeId(id: string): id is PracticeId {
  return Object.hasOwn(practices, id);
}
