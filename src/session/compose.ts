import { sum, type Automation } from './automation.ts';
import { bellCues, clearOf, lineCues, spaced, type Cue, type Repertoire, type VoiceCue } from './cues.ts';
import { duckDepths, duckingUnder } from './ducking.ts';
import { thinnedBy } from './grounding.ts';
import { plannedLayers } from './layering.ts';
import { BUSES, type Bus } from './layers.ts';
import { courseAt, placedPhases, type PlacedPhase } from './phases.ts';
import type { Plan } from './plan.ts';
import type { State } from './state.ts';
import type { Timeline } from './timeline.ts';
import { FADE_FLOOR, later, OPEN, SILENCE, START, type Seconds, type SessionTime } from './units.ts';

/** A timeline as it is wanted from a moment on, regardless of what was before. */
export type Wanted = Timeline;

interface Sheet {
  readonly plan: Plan;
  readonly state: State;
  readonly repertoire: Repertoire;
  /** From here on it is wanted. */
  readonly at: SessionTime;
  /** What has been said or begun by then. */
  readonly said: readonly Cue[];
}

/** How long everything takes to fade when somebody ends the session. */
export const END_FADE: Seconds = 8;
/** The last fade of a session that ends by itself; shorter only where the last phase is. */
const CLOSING_FADE: Seconds = 40;

/** What should sound from `at` on, in a session that stands at `state`. */
export function compose(sheet: Sheet): Wanted {
  const { plan, state, at } = sheet;
  const phases = placedPhases(plan, courseAt(plan, state.course, at));
  const to = endOf(state, phases, at);
  const lived = phases
    .map((phase) => (phase.to > to ? { ...phase, to } : phase))
    .filter((phase) => phase.from < phase.to);
  const cues = wantedCues(sheet, lived);
  return {
    spans: lived.map(({ phase, from, to: end }) => ({
      phase,
      from,
      to: state.endedAt === undefined ? end : state.endedAt,
    })),
    cues,
    layers: plannedLayers(plan, lived, to),
    levels: everyBus((bus) => [{ at: START, level: state.levels[bus] }]),
    ducking: duckingOf(sheet, cues),
    master: masterOf(state, lived, to),
    to,
    state,
  };
}

function endOf(state: State, phases: readonly PlacedPhase[], at: SessionTime): SessionTime {
  if (state.endedAt !== undefined) return later(state.endedAt, END_FADE);
  return phases.at(-1)?.to ?? at;
}

function wantedCues(sheet: Sheet, phases: readonly PlacedPhase[]): Cue[] {
  const { plan, state, repertoire, at } = sheet;
  if (state.endedAt !== undefined || state.interrupted) return [];
  const asked = state.asked.filter((cue) => cue.at >= at);
  if (state.silencedOver !== undefined || state.rung > 0)
    return asked.filter(() => state.silencedOver === undefined);
  const taken = [...saidBy(sheet), ...asked];
  const cues: Cue[] = [...asked];
  for (const phase of phases) {
    const planned = lineCues(phase, repertoire, state.talk).filter((cue) => cue.at >= at);
    const lines = spaced(planned, taken, phase);
    taken.push(...lines);
    const bells = bellCues(phase, plan, state.talk).map((bell) => clearOf(bell, taken));
    cues.push(...lines, ...bells.filter((cue) => cue.at >= at && cue.at < phase.to));
  }
  return cues.sort((a, b) => a.at - b.at);
}

function saidBy({ said, at }: Sheet): VoiceCue[] {
  return said.filter((cue): cue is VoiceCue => cue.bus === 'voice' && cue.at < at);
}

function duckingOf(sheet: Sheet, cues: readonly Cue[]): Record<Bus, Automation> {
  const depths = duckDepths(sheet.plan);
  const voices = [...saidBy(sheet), ...cues.filter((cue) => cue.bus === 'voice')].map((cue) => ({
    from: cue.at,
    to: later(cue.at, cue.duration),
  }));
  return everyBus((bus) =>
    sum(duckingUnder(voices, depths[bus]), [{ at: START, level: thinnedBy(sheet.state.rung, bus) }]),
  );
}

function masterOf(state: State, phases: readonly PlacedPhase[], to: SessionTime): Automation {
  const silent =
    state.silencedOver !== undefined || state.interrupted || state.endedAt !== undefined || state.rung === 4;
  if (silent) return [{ at: START, level: SILENCE }];
  if (to === OPEN) return [{ at: START, level: 0 }];
  const last = phases.at(-1);
  const fade = Math.min(CLOSING_FADE, last === undefined ? CLOSING_FADE : (last.to - last.origin) / 3);
  return [
    { at: later(to, -fade), level: 0 },
    { at: later(to, -1), level: FADE_FLOOR },
    { at: to, level: SILENCE },
  ];
}

function everyBus(of: (bus: Bus) => Automation): Record<Bus, Automation> {
  return Object.fromEntries(BUSES.map((bus) => [bus, of(bus)])) as Record<Bus, Automation>;
}
