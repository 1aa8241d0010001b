import { bedIn } from './bed-curve.ts';
import { completed } from './completing.ts';
import { PLAN_VERSION, type Plan } from './plan.ts';
import { sessionTimeOf, type Decibels, type Seconds } from './units.ts';

/** Where a passage is taken up: its sounds are all there by then. */
export const PASSAGE_FROM = sessionTimeOf(12);
const MINUTES = 20;
const LINE = 'check.volume';
const LINE_EVERY: Seconds = 7;
const BELL_EVERY: Seconds = 21;

/**
 * The loudest a session gets, to set its ceiling and its voice by: its beds at their fullest, a line every few seconds,
 * bells fully struck between them. The levels and the ceiling are those of `plan`; it goes on until it is stopped.
 */
export function passagePlan(plan: Plan): Plan {
  const loudest = loudestBed(plan);
  return completed({
    format: 'undertone-plan',
    version: PLAN_VERSION,
    id: 'sound-check',
    title: plan.title,
    clock: 'practice',
    talk: 'sparse',
    bell: plan.bell,
    beds: plan.beds.map((bed) => ({ ...bed, phases: {} })),
    own: plan.own,
    beats: { kind: 'none', carrier: plan.beats.carrier },
    levels: plan.levels,
    ceiling: plan.ceiling,
    phases: [
      {
        phase: 'passage',
        minutes: MINUTES,
        lines: places(15, LINE_EVERY).map((at) => ({ line: LINE, at })),
        bells: places(20, BELL_EVERY).map((at) => ({ at })),
        bed: { start: loudest, end: loudest },
      },
    ],
  });
}

/** What the beds come to at most in any phase, relative to their bus. */
function loudestBed(plan: Plan): Decibels {
  const tops = plan.phases.flatMap((phase) => {
    const bent = plan.beds.map((bed) => bedIn(plan, phase, bed));
    return [phase.bed, ...bent].flatMap(({ start, end }) => [start, end]);
  });
  return Math.min(6, Math.max(...tops));
}

function places(first: Seconds, every: Seconds): Seconds[] {
  return Array.from({ length: Math.floor((MINUTES * 60 - first) / every) }, (_, nth) => first + nth * every);
}
