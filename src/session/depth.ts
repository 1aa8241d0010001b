import type { Talk } from './plan.ts';
import type { Depth } from './sheet.ts';

/** How much is said, where the depth is known: a lower one wants contact, a deeper one quiet [PR11]. */
const PROPOSED: Readonly<Record<Depth, Talk | undefined>> = {
  unknown: undefined,
  lower: 'full',
  deeper: 'sparse',
};

/** How much a depth would say, where that is not what is chosen. */
export function proposedTalk(depth: Depth, chosen: Talk): Talk | undefined {
  const talk = PROPOSED[depth];
  return talk === chosen ? undefined : talk;
}
