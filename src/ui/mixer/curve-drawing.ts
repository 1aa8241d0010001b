import { bendIn, STEPS, stepOfLevel, type BedCurve } from '#session/bed-curve.ts';
import type { PhaseSpan } from '#session/phases.ts';
import { tideCurve, tideHeight } from '#session/tide.ts';
import { sessionTimeOf } from '#session/units.ts';

// Drawn in a frame of one unit a phase and one unit of height: 0 is the top.

/** How much of a phase's width it takes to come from one phase to the next. */
const TURN = 0.3;
const SAMPLES = 12;

/** Where a step of the curve lies. */
export function placeOfStep(step: number): number {
  return (STEPS.most - step) / (STEPS.most - STEPS.least);
}

/** A bed through the phases, all of them as wide: level in each, with a soft turn between two. */
export function curvePath(curve: BedCurve, phases: readonly { readonly phase: string }[]): string {
  const places = phases.map(({ phase }) => placeOfStep(stepOfLevel(bendIn(curve, phase))));
  const turns = places.slice(1).map((place, nth) => {
    const before = places[nth] ?? place;
    const [from, to] = [nth + 1 - TURN, nth + 1 + TURN];
    return `L${from} ${before}C${nth + 1} ${before} ${nth + 1} ${place} ${to} ${place}`;
  });
  return `M0 ${places[0] ?? 0}${turns.join('')}L${places.length} ${places.at(-1) ?? 0}`;
}

/** The tide of the session with every phase as wide as the next: what the curve is drawn over. */
export function tideUnder(spans: readonly PhaseSpan[]): string {
  const tide = tideCurve(spans);
  const points = spans.flatMap(({ from, to }, nth) =>
    Array.from({ length: SAMPLES + 1 }, (_, step) => {
      const at = sessionTimeOf(from + ((to - from) * step) / SAMPLES);
      return `${(nth + step / SAMPLES).toFixed(3)} ${(1 - tideHeight(tide, at)).toFixed(3)}`;
    }),
  );
  return `M0 1L${points.join('L')}L${spans.length} 1Z`;
}
