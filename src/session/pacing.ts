import { REST_BETWEEN } from './cues.ts';
import type { Talk } from './plan.ts';
import type { Seconds } from './units.ts';

/** Something that may be said. */
export interface Passage {
  readonly line: string;
  readonly duration: Seconds;
  /** How long the silence after it is beside the others; 1 is usual. */
  readonly weight: number;
  /** What is said when not everything fits: a lower rank before a higher one. A must is said wherever it fits at all. */
  readonly rank: number;
  /** The least amount of talk it is meant for. What is meant for full is said at sparse too where there is nothing else. */
  readonly talk: Spoken;
}

/** The amounts of talk at which anything is said. */
export type Spoken = Extract<Talk, 'full' | 'sparse'>;

/** A passage with its place, in seconds from the beginning of the first; `talk` is the least amount at which it is said. */
export interface Said extends Passage {
  readonly at: Seconds;
}

/** The rank of what is said before anything else is considered. */
export const MUST = 0;
/** What a person may choose as the longest silence between two lines. */
export const LONGEST_SILENCES = [20, 40, 90] as const;

/** So much later comes, at sparse, what is meant for full; and only while silences would be too long without it. */
const MEANT_FOR_FULL = 1000;
/** How much of the longest silence there is on average. At full, lines are put into the silences of sparse. */
const SHARE = { sparse: 0.8, full: 0.2, tooLong: 0.95 } as const;
/** Places are tenths of a second: a plan is read by people, and no silence may come out too short or too long for it. */
const GRAIN: Seconds = 0.1;
/** Leave the sum of all silences within a thousandth of a second. */
const HALVINGS = 25;
const LEAST_REST = REST_BETWEEN + GRAIN;

/**
 * Fits passages into an exact length: the first begins at 0, the last ends at `length`, and they keep their order.
 * What is said at sparse is chosen first, so that no silence is longer than `longest`; what is said at full besides
 * lies in the silences between, and leaves all else where it is [N4].
 * Where there is nothing left to say, silences are longer than `longest`, all alike.
 */
export function fitted(passages: readonly Passage[], length: Seconds, longest: Seconds): Said[] {
  const rankAtSparse = ({ rank, talk }: Passage) =>
    talk === 'full' && rank > MUST ? rank + MEANT_FOR_FULL : rank;
  const plain = passages.map((passage) => ({ ...passage, rank: rankAtSparse(passage) }));
  const sparse = spread(
    chosen(plain, { length, longest, rest: SHARE.sparse * longest }),
    { length, longest },
    'sparse',
  );
  const place = new Map(passages.map(({ line }, nth) => [line, nth]));
  return sparse.flatMap((said, nth) => {
    const next = sparse[nth + 1];
    if (next === undefined) return [said];
    const between = passages.slice((place.get(said.line) ?? 0) + 1, place.get(next.line));
    return [said, ...filled(said, between, next, longest)];
  });
}

/** What is said at full in the silence between two lines of sparse. */
function filled(before: Said, between: readonly Passage[], next: Said, longest: Seconds): Said[] {
  const from = before.at + before.duration;
  const edges = [before, next].map((edge): Passage => ({ ...edge, duration: 0, rank: MUST }));
  const [start, end] = edges;
  if (start === undefined || end === undefined) return [];
  const length = next.at - from;
  const all = chosen([start, ...between, end], { length, longest, rest: SHARE.full * longest });
  return spread(all, { length, longest }, 'full')
    .slice(1, -1)
    .map((said) => ({ ...said, at: tenths(from + said.at) }));
}

/**
 * In their order, as many as leave `rest` seconds of silence on average, and as many as it takes for no silence to be
 * longer than `longest`; the most important first, and of equals both ends, then every other one before the next.
 */
function chosen(
  passages: readonly Passage[],
  { length, rest, longest }: { readonly length: Seconds; readonly rest: Seconds; readonly longest: Seconds },
): Passage[] {
  const order = passages
    .map((passage, nth) => ({ passage, nth, turn: nth === passages.length - 1 ? 0 : turnOf(nth) }))
    .sort((a, b) => a.passage.rank - b.passage.rank || a.turn - b.turn);
  const taken = new Set<number>();
  let silence = length;
  for (const { passage, nth } of order) {
    const tooLong = silence > (taken.size - 1) * SHARE.tooLong * longest;
    if (passage.rank >= MEANT_FOR_FULL && !tooLong) break;
    const least = passage.rank <= MUST || tooLong ? LEAST_REST : rest;
    if (silence - passage.duration < taken.size * least) continue;
    taken.add(nth);
    silence -= passage.duration;
  }
  return passages.filter((_, nth) => taken.has(nth));
}

/** A number from 0 to 1 for each of 0, 1, 2 …, so that any first few in its order lie evenly among all (van der Corput). */
export function turnOf(nth: number): number {
  let turn = 0;
  for (let rest = nth, half = 0.5; rest > 0; rest = Math.floor(rest / 2), half /= 2)
    turn += (rest % 2) * half;
  return turn;
}

function spread(
  passages: readonly Passage[],
  { length, longest }: { readonly length: Seconds; readonly longest: Seconds },
  talk: Spoken,
): Said[] {
  const spoken = passages.reduce((sum, { duration }) => sum + duration, 0);
  const weights = passages.slice(0, -1).map(({ weight }) => weight);
  const rests = shares(length - spoken, weights, [LEAST_REST, longest - GRAIN]);
  let end = 0;
  return passages.map((passage, nth) => {
    const at = nth === 0 ? 0 : end + (rests[nth - 1] ?? 0);
    end = at + passage.duration;
    return { ...passage, at: tenths(at), talk };
  });
}

/** A whole in shares by weight, none smaller or larger than the bounds; all alike where the bounds do not allow for it. */
function shares(whole: number, weights: readonly number[], bounds: readonly [number, number]): number[] {
  const [least, most] = bounds;
  const count = weights.length;
  if (whole <= least * count || whole >= most * count) return weights.map(() => whole / count);
  const share = (scale: number, weight: number) => Math.min(most, Math.max(least, scale * weight));
  // The sum of all shares grows with the scale: halving the range finds the one that is the whole.
  let [low, high] = [0, most / Math.min(...weights)];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    let sum = 0;
    for (const weight of weights) sum += share(middle, weight);
    if (sum < whole) low = middle;
    else high = middle;
  }
  return weights.map((weight) => share(high, weight));
}

function tenths(seconds: Seconds): Seconds {
  return Math.round(seconds / GRAIN) / Math.round(1 / GRAIN);
}
