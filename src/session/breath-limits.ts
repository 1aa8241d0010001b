import { breathLength, type Breathing } from './breath.ts';
import { INSTANT, type Seconds } from './units.ts';

/** No fast breathing anywhere: no whole breath is shorter than this. */
export const SHORTEST_BREATH: Seconds = 3;
/** The same as a rate. Whoever breathes faster is begun with at this. */
export const FASTEST_BREATH = 60 / SHORTEST_BREATH;
/** A breath of half a minute: nobody's own is slower, and no ramp has anything to slow down there. */
export const SLOWEST_START = 2;
/** While a lozenge is in the mouth breath goes through the nose: a way in or out that is shorter than this is a strong one. */
const SOFTEST: Seconds = 3;

/**
 * Where a breath is led. home: in a practice. preparation: before the medicine. medicine: from then to re-entry.
 * lozenge: while one is held in the mouth. return: in re-entry and rest.
 */
export type BreathPlace = 'home' | 'preparation' | 'medicine' | 'lozenge' | 'return';

/** As much of a plan as says where its phases are. */
interface PlacedPlan {
  readonly clock: 'medicine' | 'practice';
  readonly lozengeHold?: number | undefined;
  readonly phases: readonly { readonly phase: string; readonly openEnded: boolean }[];
}

/** Whether a breath may be led somewhere, and if not, what stands against it. */
export type BreathGate = 'allowed' | 'too-fast' | 'sigh' | 'holds' | 'strong';

/** Where the breath of a plan's phase is led. */
export function breathPlace(plan: PlacedPlan, nth: number): BreathPlace {
  const phase = plan.phases[nth];
  if (plan.clock === 'practice' || phase === undefined) return 'home';
  const reentry = plan.phases.findIndex((each) => each.phase === 'reentry');
  if (reentry >= 0 && nth >= reentry) return 'return';
  if (phase.phase === 'preparation' || phase.openEnded) return 'preparation';
  return plan.lozengeHold !== undefined && phase.phase === 'onset' ? 'lozenge' : 'medicine';
}

/** Whether a whole breath is shorter than any may be [B8]. */
export function isTooFast(breathing: Breathing): boolean {
  return breathLength(breathing) < SHORTEST_BREATH - INSTANT;
}

/** The rules about breaths, for the screens and for plans alike [B10]. */
export function breathGate(breathing: Breathing, place: BreathPlace): BreathGate {
  const [inhale, full, exhale, empty] = breathing.pattern;
  if (isTooFast(breathing)) return 'too-fast';
  if (place === 'home') return 'allowed';
  if ((breathing.topUp ?? 0) > 0) return 'sigh';
  if (place !== 'medicine' && place !== 'lozenge') return 'allowed';
  if (full + empty > 0) return 'holds';
  return place === 'lozenge' && Math.min(inhale, exhale) < SOFTEST ? 'strong' : 'allowed';
}

/** The rate a ramp begins at for somebody whose own it is: no breath is led faster than any may be [B8]. */
export function startRate(own: number): number {
  return Math.round(10 * Math.min(FASTEST_BREATH, Math.max(SLOWEST_START, own))) / 10;
}
