import { joined, type PhaseSpan } from './phases.ts';
import { OPEN, sessionTimeOf, type SessionTime } from './units.ts';

/** A place the tide passes through: 0 is low water, 1 the flood; `slope` in heights a second. */
export interface TideKnot {
  readonly at: SessionTime;
  readonly height: number;
  readonly slope: number;
}
/** A session as one curve that rises and ebbs. Sorted, without corners; never above its knots or below them. */
export type Tide = readonly TideKnot[];

/** How high a phase stands where it comes in, in its middle, and where it goes out. */
interface Swell {
  readonly in: number;
  readonly middle: number;
  readonly out: number;
}
type Place = Pick<TideKnot, 'at' | 'height'>;

const SWELLS: Readonly<Record<string, Swell>> = {
  preparation: { in: 0.04, middle: 0.05, out: 0.09 },
  onset: { in: 0.09, middle: 0.4, out: 0.86 },
  peak: { in: 0.86, middle: 1, out: 0.94 },
  plateau: { in: 0.94, middle: 0.82, out: 0.66 },
  reentry: { in: 0.66, middle: 0.34, out: 0.13 },
  rest: { in: 0.13, middle: 0.06, out: 0.03 },
};
const LOW_WATER = 0.04;
/** From here on a curve would pass its knots by (Fritsch and Carlson). */
const STEEPEST = 3;

/** The tide of a session, from its phases alone. A phase without a known end is not drawn [S7]. */
export function tideCurve(spans: readonly PhaseSpan[]): Tide {
  const known = joined(spans).filter((span) => span.to !== OPEN);
  return sloped(places(known));
}

/** Each phase gives its middle; where two meet, they meet half-way. */
function places(spans: readonly PhaseSpan[]): Place[] {
  const swells = spans.map((span) => SWELLS[span.phase] ?? unknownSwell(span, spans));
  const all: Place[] = [];
  for (const [nth, span] of spans.entries()) {
    const swell = swells[nth];
    if (swell === undefined) continue;
    const before = swells[nth - 1];
    all.push({ at: span.from, height: before === undefined ? swell.in : (before.out + swell.in) / 2 });
    all.push({ at: sessionTimeOf((span.from + span.to) / 2), height: swell.middle });
    if (nth === spans.length - 1) all.push({ at: span.to, height: swell.out });
  }
  return all;
}

/** A phase nobody has described swells by its place in the whole: high in the middle, low at both ends [S6]. */
function unknownSwell({ from, to }: PhaseSpan, spans: readonly PhaseSpan[]): Swell {
  const begin = spans[0]?.from ?? from;
  const end = spans.at(-1)?.to ?? to;
  const at = (place: number) =>
    LOW_WATER + (0.9 - LOW_WATER) * Math.sin((Math.PI * (place - begin)) / (end - begin)) ** 2;
  return { in: at(from), middle: at((from + to) / 2), out: at(to) };
}

function sloped(all: readonly Place[]): Tide {
  const ways = all.slice(1).map((place, nth) => way(all[nth] ?? place, place));
  return all.map((place, nth) => ({ ...place, slope: meeting(ways[nth - 1], ways[nth]) }));
}

interface Way {
  readonly length: number;
  readonly rise: number;
}

function way(from: Place, to: Place): Way {
  const length = to.at - from.at;
  return { length, rise: (to.height - from.height) / length };
}

/** The slope where two ways meet: level at a crest, in a trough and at both ends, else that of both ways as one. */
function meeting(before: Way | undefined, after: Way | undefined): number {
  if (before === undefined || after === undefined || before.rise * after.rise <= 0) return 0;
  const whole = (before.rise * before.length + after.rise * after.length) / (before.length + after.length);
  const gentlest = Math.min(Math.abs(before.rise), Math.abs(after.rise));
  return Math.sign(whole) * Math.min(Math.abs(whole), STEEPEST * gentlest);
}

/** The height of the water at a moment; held before the first knot and after the last. */
export function tideHeight(tide: Tide, at: SessionTime): number {
  const nth = tide.findIndex((knot) => knot.at > at);
  const [before, after] = [tide[nth - 1], tide[nth]];
  if (after === undefined) return tide.at(-1)?.height ?? 0;
  if (before === undefined) return after.height;
  const length = after.at - before.at;
  const t = (at - before.at) / length;
  const rest = 1 - t;
  return (
    before.height * (1 + 2 * t) * rest * rest +
    before.slope * length * t * rest * rest +
    after.height * t * t * (3 - 2 * t) -
    after.slope * length * t * t * rest
  );
}

/** The tide as `count` heights at equal distances from beginning to end: for drawing, and for moving one tide into another. */
export function tideHeights(tide: Tide, count: number): number[] {
  const from = tide[0]?.at ?? 0;
  const to = tide.at(-1)?.at ?? 0;
  return Array.from({ length: count }, (_, nth) =>
    tideHeight(tide, sessionTimeOf(from + ((to - from) * nth) / (count - 1))),
  );
}
