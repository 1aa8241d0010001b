import type { Bells, BellsInput } from './bells.ts';
import { DEFAULT_GROUNDING, type Plan, type PlanBed, type PlanInput, type PlanPhase } from './plan.ts';

type PhaseInput = PlanInput['phases'][number];

/**
 * A plan that this app makes itself, with what its format takes for granted filled in: the same as `planOf` reads out of
 * the same input [F8], without its schemas, which the first screen need not wait for.
 */
export function completed({
  bells,
  beds,
  own = [],
  grounding = DEFAULT_GROUNDING,
  ...rest
}: PlanInput): Plan {
  return {
    ...rest,
    bells: bells === undefined ? AS_PLANNED : completedBells(bells),
    beds: beds.map(completedBed),
    own,
    grounding,
    phases: rest.phases.map(completedPhase),
  };
}

export function completedBed(bed: PlanInput['beds'][number]): PlanBed {
  return { level: 0, muted: false, phases: {}, ...known(bed) };
}

const AS_PLANNED: Bells = { ring: 'as-planned', start: false, end: false };

function completedBells(bells: BellsInput): Bells {
  const ends = { start: false, end: false };
  return bells.ring === 'as-planned' || bells.ring === 'never'
    ? { ...ends, ...known(bells) }
    : { ...ends, soft: true, ...known(bells) };
}

function completedPhase({ loop, bellLoop, breath, ...phase }: PhaseInput): PlanPhase {
  return {
    openEnded: false,
    steps: [],
    ...known(phase),
    lines: (phase.lines ?? []).map((line) => ({ talk: 'sparse', ...known(line) })),
    bells: (phase.bells ?? []).map((bell) => ({ soft: false, kept: false, ...known(bell) })),
    ...(loop === undefined ? {} : { loop: { talk: 'sparse', ...known(loop) } }),
    ...(bellLoop === undefined ? {} : { bellLoop: { soft: true, ...known(bellLoop) } }),
    ...(breath === undefined ? {} : { breath: { level: 0, ...known(breath) } }),
  };
}

/** Without the keys that were left open by saying `undefined`. */
function known<Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Value]: Exclude<Value[Key], undefined> };
}
