import { turnOf } from '../pacing.ts';

/** The same items in another order, which `take` and the name of what is shuffled decide: arithmetic, no dice. */
export function shuffled<Item>(items: readonly Item[], take: number, name: string): Item[] {
  const next = numbersFrom(`${name} ${take}`);
  return items
    .map((item) => ({ item, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Numbers from 0 to 1 that a name decides (FNV-1a for a seed, then Mulberry32). */
function numbersFrom(name: string): () => number {
  let seed = [...name].reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193),
    0x811c9dc5,
  );
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Deals items round and round to so many places, evenly where there are not enough; `favoured` places have two turns in a round. */
export function dealt<Item>(
  items: readonly Item[],
  places: number,
  favoured: readonly number[] = [],
): Item[][] {
  const hands = Array.from({ length: places }, (): Item[] => []);
  const inTurn = hands.map((_, nth) => nth).sort((a, b) => turnOf(a) - turnOf(b));
  const round = [...favoured, ...inTurn];
  for (const [nth, item] of items.entries()) hands[round[nth % round.length] ?? 0]?.push(item);
  return hands;
}
