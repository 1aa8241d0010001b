import { bedIn } from './bed-curve.ts';
import { eachBus } from './layers.ts';
import type { EventBody, SessionLog } from './log.ts';
import { beginMix, type Mix } from './mix.ts';
import type { Plan, PlanBed, PlanPhase } from './plan.ts';
import { sessionTimeOf, START, type SessionTime } from './units.ts';
import { underCeiling } from './volume.ts';

/** One phase of a plan, standing still in its middle: to hear its mix before it is lived. */
export interface Foretaste {
  readonly plan: Plan;
  readonly log: SessionLog;
  /** Where it is taken up; it stays there. */
  readonly at: SessionTime;
}

/** Undefined where the plan has no such phase. Nothing is said or struck in it unasked; the ceiling is in its levels [M10]. */
export function foretasteOf(plan: Plan, phase: string): Foretaste | undefined {
  const lived = plan.phases.find((each) => each.phase === phase);
  if (lived === undefined) return undefined;
  const at = sessionTimeOf(lived.minutes * 30);
  return {
    at,
    plan: {
      ...plan,
      clock: 'practice',
      bells: { ring: 'never', start: false, end: false },
      ceiling: undefined,
      levels: eachBus((bus) => underCeiling(plan.levels[bus], plan.ceiling)),
      beds: plan.beds.map((bed) => standing(plan, lived, bed)),
      phases: [silent(lived)],
    },
    log: [
      { type: 'started', seq: 0, at: START, wallMs: 0 },
      { type: 'held', seq: 1, at, wallMs: 0 },
    ],
  };
}

function silent({ phase, minutes, bed, breath, beats }: PlanPhase): PlanPhase {
  const led = { ...(breath === undefined ? {} : { breath }), ...(beats === undefined ? {} : { beats }) };
  return { phase, minutes, bed, ...led, openEnded: false, steps: [], lines: [], bells: [] };
}

/** A bed with what it adds in this phase in its level, where a change of either is heard at once. */
function standing(plan: Plan, phase: PlanPhase, bed: PlanBed): PlanBed {
  const there = bedIn(plan, phase, bed);
  const by = (there.start + there.end - phase.bed.start - phase.bed.end) / 2;
  const knob = underCeiling(
    bed.level,
    plan.ceiling === undefined ? undefined : plan.ceiling - underCeiling(plan.levels.bed, plan.ceiling),
  );
  return { ...bed, level: knob + by, phases: {} };
}

/** The events that lead from one mix to another with the same own sounds [M11]. */
export function wayToMix(from: Mix, to: Mix): EventBody[] {
  const gone = from.beds.filter(({ sound }) => to.beds.every((bed) => bed.sound !== sound));
  const come = to.beds.filter(({ sound }) => from.beds.every((bed) => bed.sound !== sound));
  const stayed = to.beds.filter((bed) => !come.includes(bed));
  const bedsThere = [
    ...gone.map(({ sound }): EventBody => ({ type: 'bed-removed', bed: sound })),
    ...come.map(({ sound, level }): EventBody => ({ type: 'bed-added', bed: sound, level })),
  ];
  const levels = stayed.flatMap(({ sound, level }): EventBody[] => {
    const before = from.beds.find((bed) => bed.sound === sound);
    return before?.level === level ? [] : [{ type: 'layer-level-changed', layer: sound, level }];
  });
  return [...bedsThere, ...levels, ...busEvents(from, to), ...stripEvents(from, to)];
}

function busEvents(from: Mix, to: Mix): EventBody[] {
  const moved = eachBus((bus): EventBody[] => {
    const level = to.levels[bus];
    return level === from.levels[bus] ? [] : [{ type: 'bus-level-changed', bus, level }];
  });
  return Object.values(moved).flat();
}

function stripEvents(from: Mix, to: Mix): EventBody[] {
  const strips = (list: 'muted' | 'soloed') => ({
    on: to[list].filter((strip) => !from[list].includes(strip)),
    off: from[list].filter((strip) => !to[list].includes(strip)),
  });
  const [muted, soloed] = [strips('muted'), strips('soloed')];
  return [
    ...soloed.on.map((strip): EventBody => ({ type: 'strip-soloed', strip, soloed: true })),
    ...soloed.off.map((strip): EventBody => ({ type: 'strip-soloed', strip, soloed: false })),
    ...muted.on.map((strip): EventBody => ({ type: 'strip-muted', strip, muted: true })),
    ...muted.off.map((strip): EventBody => ({ type: 'strip-muted', strip, muted: false })),
  ];
}

/** What is to be heard of a foretaste: all of it, or one bed alone, also where that is muted. */
export function mixOf({ plan }: Foretaste, alone: PlanBed['sound'] | undefined): Mix {
  const mix = beginMix(plan);
  if (alone === undefined || plan.beds.every(({ sound }) => sound !== alone)) return mix;
  return { ...mix, muted: mix.muted.filter((strip) => strip !== alone), soloed: [alone] };
}
