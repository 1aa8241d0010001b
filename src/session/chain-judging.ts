import { linkOf, type ChainState, type Digest, type Kept } from './chain.ts';

/** Goes through a chain from its root. `head`: a hash that has to be in it, where one was noted at the end. */
export async function judgeChain(
  root: string,
  kept: readonly Kept[],
  head: string | undefined,
  digest: Digest,
): Promise<ChainState> {
  let prev: string | undefined;
  let unlinked = 0;
  for (const [nth, { event, link }] of kept.entries()) {
    if (link === undefined) {
      if (prev !== undefined) return { kind: 'broken', nth, why: 'unlinked' };
      unlinked += 1;
      continue;
    }
    if (link.prev !== (prev ?? root)) return { kind: 'broken', nth, why: 'gap' };
    if (link.hash !== (await linkOf(link.prev, event, digest)).hash)
      return { kind: 'broken', nth, why: 'changed' };
    prev = link.hash;
  }
  if (head !== undefined && !kept.some(({ link }) => link?.hash === head))
    return { kind: 'broken', nth: kept.length, why: 'end' };
  return prev === undefined ? { kind: 'none' } : { kind: 'whole', linked: kept.length - unlinked, unlinked };
}
