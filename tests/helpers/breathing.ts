import fc from 'fast-check';
import { FASTEST_BREATH, SHORTEST_BREATH, SLOWEST_START } from '#session/breath-limits.ts';
import { breathLength, rateAt, type Breathing, type BreathPattern } from '#session/breath.ts';
import { sessionTimeOf as at } from '#session/units.ts';

const part = fc.integer({ min: 5, max: 300 }).map((tenths) => tenths / 10);
const rest = fc.oneof(fc.constant(0), part);
const patterns = fc.tuple(part, rest, part, rest) as fc.Arbitrary<BreathPattern>;
const rates = fc.double({ min: SLOWEST_START, max: FASTEST_BREATH, noNaN: true });
/** Any breathing a plan may ask for, with and without a top-up and a way down from a quicker rate. */
export const breathings = fc
  .record({ pattern: patterns, topUp: rest, fromRate: fc.option(rates, { nil: undefined }) })
  .filter((breathing) => breathLength(breathing) >= SHORTEST_BREATH);
export const slowing = breathings.filter(({ fromRate }) => fromRate !== undefined);

/** Where the breaths of the first twenty minutes begin, found without the code's own starts: by the count. */
export function breathsOf(breathing: Breathing): { readonly from: number; readonly length: number }[] {
  const found: { from: number; length: number }[] = [];
  for (let from = 0; from < 1200;) {
    const length = 60 / rateAt(breathing, at(0), at(from + 1e-6));
    found.push({ from, length });
    from += length;
  }
  return found;
}

/** Five-point Gauss-Legendre: exact to far below 1e-9 on a half cosine. */
const NODES = [
  [0, 0.5688888888888889],
  [0.5384693101056831, 0.4786286704993665],
  [-0.5384693101056831, 0.4786286704993665],
  [0.906179845938664, 0.2369268850561891],
  [-0.906179845938664, 0.2369268850561891],
] as const;

/** The area under a curve without a corner between two places. */
export function areaBetween(of: (second: number) => number, from: number, to: number): number {
  const half = (to - from) / 2;
  return NODES.reduce((sum, [place, weight]) => sum + weight * half * of(from + half * (1 + place)), 0);
}
