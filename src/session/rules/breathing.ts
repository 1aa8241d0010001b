import { breathGate, breathPlace, type BreathGate } from '../breath-limits.ts';
import { EXTENDED_EXHALE } from '../breath-patterns.ts';
import { DEVICE_GAP, type PlanPhase } from '../plan.ts';
import { later, type Seconds } from '../units.ts';
import {
  finding,
  saidWithin,
  withPhase,
  type Finding,
  type Fix,
  type Judged,
  type RuleId,
} from './ruling.ts';

/** For this long after a nasal device nothing draws strongly through the nose. */
const NOSE_RESTS: Seconds = 300;

const RULE_OF: Readonly<Record<Exclude<BreathGate, 'allowed'>, RuleId>> = {
  'too-fast': 'breath-fast',
  sigh: 'breath-sigh',
  holds: 'breath-holds',
  strong: 'lozenge-breath',
};

/** How the breath is led in each phase: not fast anywhere, no holds from the medicine to re-entry, softly with a lozenge. */
export function ledBreaths({ plan, full }: Judged): Finding[] {
  return plan.phases.flatMap(({ phase, breath }, nth) => {
    if (breath === undefined) return [];
    const gate = breathGate(breath, breathPlace(plan, nth));
    if (gate === 'allowed') return [];
    const from = full.spans.find((span) => span.phase === phase)?.from;
    const at = from === undefined ? undefined : later(from, breath.from);
    return [finding(RULE_OF[gate], { phase, at, fix: withPhase(phase, calmer) })];
  });
}

/** The clinic's default, where and as loud as the breath was. */
function calmer({ breath, ...phase }: PlanPhase): PlanPhase {
  if (breath === undefined) return phase;
  const { from, to, level } = breath;
  const [inhale, full, exhale, empty] = EXTENDED_EXHALE.pattern;
  return {
    ...phase,
    breath: { pattern: [inhale, full, exhale, empty], from, ...(to === undefined ? {} : { to }), level },
  };
}

/** Lines that ask for a rest between two breaths, from the medicine to re-entry. */
export function spokenHolds(judged: Judged): Finding[] {
  const { plan, given, full } = judged;
  if (plan.clock !== 'medicine') return [];
  const to = full.spans.find(({ phase }) => phase === 'reentry')?.from ?? full.to;
  return saidWithin(judged, { from: given, to }, 'breath-rest').map((found) =>
    finding('breath-holds', found),
  );
}

/** Within five minutes after a nasal device nothing leads the breath through the nose. */
export function noseAfterDevices(judged: Judged): Finding[] {
  const { plan, given, full } = judged;
  if (plan.devices === undefined) return [];
  const resting = { from: given, to: later(given, (plan.devices - 1) * DEVICE_GAP + NOSE_RESTS) };
  const said = saidWithin(judged, resting, 'nose-breath').map((found) => finding('nasal-nose', found));
  const led = full.spans.flatMap(({ phase, from }) => {
    const breath = plan.phases.find((each) => each.phase === phase)?.breath;
    if (breath === undefined || from < given || later(from, breath.from) >= resting.to) return [];
    return [
      finding('nasal-nose', { phase, at: later(from, breath.from), fix: ledFrom(phase, resting.to - from) }),
    ];
  });
  return [...said, ...led];
}

/** A phase whose breath is led from an offset on, or not at all where nothing of it is left. */
function ledFrom(name: string, offset: Seconds): Fix {
  return withPhase(name, ({ breath, ...phase }) => {
    const end = Math.min(phase.minutes * 60, breath?.to ?? Infinity);
    return breath === undefined || offset >= end ? phase : { ...phase, breath: { ...breath, from: offset } };
  });
}
