import { turnOf } from '../pacing.ts';
import { thrown } from '../thrown.ts';

/** The same items in another order, which `take` and the name of what is shuffled decide. */
export function shuffled<Item>(items: readonly Item[], take: number, name: string): Item[] {
  const seed = seedOf(`${name} ${take}`);
  return items
    .map((item, nth) => ({ item, place: thrown(seed, nth) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** A whole number that a name decides (FNV-1a). */
function seedOf(name: string): number {
  let seed = 0x811c9dc5;
  for (let nth = 0; nth < name.length; nth++) seed = Math.imul(seed ^ name.charCodeAt(nth), 0x01000193);
  return seed;
}

/**
 * Deals items to so many places, round and round, evenly where there are not enough, and goes on where it stopped when it
 * is asked again. `favoured` places have three turns in a round.
 */
export function dealer(places: number, favoured: readonly number[] = []) {
  const inTurn = Array.from({ length: places }, (_, nth) => nth).sort((a, b) => turnOf(a) - turnOf(b));
  const round = [...favoured, ...inTurn, ...favoured];
  let next = 0;
  return <Item>(items: readonly Item[]): Item[][] => {
    const hands = inTurn.map((): Item[] => []);
    for (const item of items) hands[round[next++ % round.length] ?? 0]?.push(item);
    return hands;
  };
}
