import { breathGate, breathPlace, type BreathGate } from './breath-limits.ts';
import { breathName } from './breath.ts';
import type { Repertoire } from './cues.ts';
import type { SessionLog } from './log.ts';
import type { Plan, PlanPhase } from './plan.ts';
import { misfit, type Misfit } from './misfit.ts';

interface Named {
  readonly place: string;
  readonly name: string;
}

/** What a plan, a log and a guide, each in order by itself, do not have in common [F6]. The log's places begin with `log`. */
export function misfitOf(plan: Plan, log: SessionLog, repertoire: Repertoire): Misfit | undefined {
  const spoken = [...plan.phases.flatMap(linesOf), ...groundingLines(plan), ...loggedLines(log)];
  const unknown = spoken.find(({ name }) => repertoire.line(name) === undefined);
  if (unknown !== undefined) return misfit(unknown.place, 'a line the guide can say', unknown.name);
  const phases = plan.phases.map((phase) => phase.phase);
  const nowhere = advancesIn(log).find(({ name }) => name !== 'next' && !phases.includes(name));
  if (nowhere !== undefined)
    return misfit(nowhere.place, `"next" or a phase of the plan (${phases.join(', ')})`, nowhere.name);
  return breathOutOfPlace(plan);
}

const EXPECTED_BREATH: Readonly<Record<Exclude<BreathGate, 'allowed'>, string>> = {
  'too-fast': 'a breath of at least 3 seconds',
  sigh: 'a breath without a top-up in a medicine session',
  holds: 'a breath without holds from the medicine to re-entry',
  strong: 'a soft breath through the nose while the lozenge is held',
};

/** The first breath that may not be led where it stands [B10]. */
function breathOutOfPlace(plan: Plan): Misfit | undefined {
  for (const [nth, { breath }] of plan.phases.entries()) {
    if (breath === undefined) continue;
    const gate = breathGate(breath, breathPlace(plan, nth));
    if (gate !== 'allowed') return misfit(`phases[${nth}].breath`, EXPECTED_BREATH[gate], breathName(breath));
  }
  return undefined;
}

/** Every line that a plan may come to say, each once. */
export function plannedLines(plan: Plan): readonly string[] {
  const named = [...plan.phases.flatMap(linesOf), ...groundingLines(plan)];
  return [...new Set(named.map(({ name }) => name))];
}

function linesOf({ lines, loop }: PlanPhase, phase: number): Named[] {
  const at = `phases[${phase}]`;
  return [
    ...lines.map(({ line }, nth) => ({ place: `${at}.lines[${nth}].line`, name: line })),
    ...listed(loop?.lines ?? [], `${at}.loop.lines`),
  ];
}

function groundingLines({ grounding }: Plan): Named[] {
  return [...listed(grounding.anchor, 'grounding.anchor'), ...listed(grounding.room, 'grounding.room')];
}

function listed(names: readonly string[], place: string): Named[] {
  return names.map((name, nth) => ({ place: `${place}[${nth}]`, name }));
}

function loggedLines(log: SessionLog): Named[] {
  return log.flatMap((event, nth) =>
    event.type === 'line-played' ? [{ place: `log[${nth}].line`, name: event.line }] : [],
  );
}

function advancesIn(log: SessionLog): Named[] {
  return log.flatMap((event, nth) =>
    event.type === 'phase-advanced' ? [{ place: `log[${nth}].to`, name: event.to }] : [],
  );
}
