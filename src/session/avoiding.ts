import type { Plan, PlanPhase } from './plan.ts';
import type { Region } from './regions.ts';
import { visitedRegions, WHOLE_BODY } from './scan.ts';

/** The regions that a line names. */
export type RegionsOf = (line: string) => readonly Region[];

type PlannedLine = PlanPhase['lines'][number];

/** A plan in which no line leads to a region that is avoided; the ladder's last words stay, where it has lost its own. */
export function avoiding(plan: Plan, avoided: readonly Region[], regionsOf: RegionsOf): Plan {
  if (avoided.length === 0) return plan;
  const leadsThere = (line: string) => regionsOf(line).some((region) => avoided.includes(region));
  const room = plan.grounding.room.filter((line) => !leadsThere(line));
  return {
    ...plan,
    grounding: { ...plan.grounding, room: room.length === 0 ? plan.grounding.anchor : room },
    phases: plan.phases.map((phase) => withoutLines(phase, leadsThere)),
  };
}

/** A phase that leaves out some of its lines; a loop that has none left is gone. */
export function withoutLines({ loop, ...phase }: PlanPhase, isLeftOut: (line: string) => boolean): PlanPhase {
  const looped = loop?.lines.filter((line) => !isLeftOut(line)) ?? [];
  return {
    ...phase,
    lines: phase.lines.filter(({ line }) => !isLeftOut(line)),
    ...(loop === undefined || looped.length === 0 ? {} : { loop: { ...loop, lines: looped } }),
  };
}

/** What is offered at once, before any region is named. */
const OFFERS = ['scan.eyes-open', 'scan.pass-over'];
const NEUTRAL = visitedRegions({ ...WHOLE_BODY, variant: 'trauma-aware' });

/**
 * A plan whose body scan is trauma-aware: it keeps to neutral places, and says first that the eyes may be open and that
 * any part may be passed over. What is left out makes room for that, so that no line comes sooner after another.
 */
export function traumaAware(plan: Plan, regionsOf: RegionsOf): Plan {
  return {
    ...plan,
    phases: plan.phases.map((phase) => ({ ...phase, lines: awareLines(phase.lines, regionsOf) })),
  };
}

function awareLines(lines: readonly PlannedLine[], regionsOf: RegionsOf): PlannedLine[] {
  const slots = lines.filter(isScan);
  const [begin, ...places] = slots;
  if (begin === undefined) return [...lines];
  const others = places.filter(({ line }) => regionsOf(line).every((region) => NEUTRAL.includes(region)));
  const offers = OFFERS.slice(0, places.length - others.length).map((line) => ({
    line,
    talk: 'sparse' as const,
  }));
  const said = [begin, ...offers, ...others].map(({ line, talk }, nth) => ({ ...slots[nth], line, talk }));
  return [...lines.filter((line) => !isScan(line)), ...said];
}

function isScan({ line }: PlannedLine): boolean {
  return line.startsWith('scan.');
}
