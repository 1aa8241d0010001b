import { steady, type Automation } from './automation.ts';
import {
  endOfCue,
  isBell,
  isUnspoken,
  isVoice,
  plainId,
  type BellCue,
  type Cue,
  type Repertoire,
  type VoiceCue,
} from './cues.ts';
import { duckDepths, duckingUnder } from './ducking.ts';
import { ASK_LEAD, thinnedBy } from './grounding.ts';
import { plannedLayers, type PlannedLayer } from './layering.ts';
import { measuredBy, sparingArms } from './measuring.ts';
import { busKnob, type Mix } from './mix.ts';
import { unsureBy } from './output.ts';
import { eachBus, type Bus } from './layers.ts';
import { closingFade, courseAt, placedPhases, type PhaseSpan, type PlacedPhase } from './phases.ts';
import type { Plan } from './plan.ts';
import { bellCues, holdBell, lineCues } from './planned-cues.ts';
import { apart, clearOf, spaced } from './spacing.ts';
import { asLongAsPlanned, beforeFade, sleepFadeFrom } from './sleeping.ts';
import { isSilent, type State } from './state.ts';
import {
  earliest,
  FADE_FLOOR,
  INSTANT,
  later,
  latest,
  OPEN,
  SILENCE,
  within,
  type SessionTime,
} from './units.ts';

/** A session as it is wanted from a moment on, regardless of what was before. */
export interface Wanted {
  readonly spans: readonly PhaseSpan[];
  readonly cues: readonly Cue[];
  readonly layers: readonly PlannedLayer[];
  readonly levels: Readonly<Record<Bus, Automation>>;
  readonly ducking: Readonly<Record<Bus, Automation>>;
  readonly thinning: Readonly<Record<Bus, Automation>>;
  readonly master: Automation;
  readonly to: SessionTime;
}

/** What decides what is wanted. */
export interface Sheet {
  readonly plan: Plan;
  readonly state: State;
  readonly repertoire: Repertoire;
  /** From here on it is wanted. */
  readonly at: SessionTime;
  /** What has begun to sound before `at`. */
  readonly begun: readonly Cue[];
  /** What was still to come, by its plain id, and where: a line that was put off must not be lost [C6]. */
  readonly awaited: ReadonlyMap<string, SessionTime>;
}

/** What should sound from `at` on, in a session that stands at `state` and is not over. */
export function compose(sheet: Sheet): Wanted {
  const { plan, state, at } = sheet;
  const phases = placedPhases(plan, courseAt(plan, state.course, at));
  const to = phases.at(-1)?.to ?? at;
  const planned = asLongAsPlanned(phases, state.course);
  const cues = beforeFade(wantedCues(sheet, planned, to), state.course);
  return {
    spans: phases.map(({ phase, from, to: end }) => ({ phase, from, to: end })),
    cues,
    layers: plannedLayers(sheet, planned, to),
    levels: eachBus((bus) => steady(busKnob(state.mix, bus))),
    ducking: duckingFor(state.mix, [...sheet.begun, ...cues]),
    thinning: eachBus((bus) =>
      steady(Math.max(SILENCE, thinnedBy(state.rung, bus) + measuredBy(state, bus) + unsureBy(state))),
    ),
    master: masterFor(sheet, phases, to),
    to,
  };
}

/** What each bus steps back by under these cues. */
export function duckingFor(mix: Mix, cues: readonly Cue[]): Readonly<Record<Bus, Automation>> {
  const depths = duckDepths(mix);
  const voices = cues
    .filter((cue) => isVoice(cue) && !isUnspoken(cue))
    .map((cue) => ({ from: cue.at, to: endOfCue(cue) }));
  return eachBus((bus) => duckingUnder(voices, depths[bus]));
}

function wantedCues(sheet: Sheet, phases: readonly PlacedPhase[], to: SessionTime): Cue[] {
  const { plan, state, repertoire, at } = sheet;
  if (isSilent(state)) return [];
  const asked = state.asked.filter((cue) => within(cue.at, { from: at, to }));
  if (state.rung > 0) return asked;
  const taken: VoiceCue[] = [...sheet.begun.filter(isVoice), ...asked];
  const rung: BellCue[] = sheet.begun.filter(isBell);
  const cues: Cue[] = [...asked];
  for (const phase of phases) {
    const said = saidIn(phase, sheet);
    const sayable = sparingArms(lineCues(phase, repertoire, state.talk), state).filter(
      ({ id }) => !said.has(id),
    );
    const lines = spaced(stillToCome(sayable, sheet), taken, phase);
    taken.push(...lines);
    const planned = [...holdBell(phase, plan, state.givenAt), ...bellCues(phase, plan, state.talk)];
    const strikes = stillToCome(planned, sheet).map((bell) => clearOf(bell, taken));
    const bells = apart(strikes, rung, phase);
    rung.push(...bells);
    cues.push(...lines, ...bells);
  }
  return cues.sort((a, b) => a.at - b.at);
}

/** No line of a phase is said twice while the phase lasts, even where its place moves with the phase's end [C5]. */
function saidIn(phase: PlacedPhase, { begun }: Sheet): ReadonlySet<string> {
  return new Set(begun.filter((cue) => cue.at >= phase.from).map((cue) => plainId(cue.id)));
}

/** What lies ahead, and what was put off or whose place has slipped into the past while it was awaited [C6]. */
function stillToCome<Planned extends Cue>(planned: readonly Planned[], { at, awaited }: Sheet): Planned[] {
  return planned.flatMap((cue) => {
    if (cue.at >= later(at, -INSTANT)) return [{ ...cue, at: latest(cue.at, at) }];
    const place = awaited.get(cue.id);
    return place === undefined ? [] : [{ ...cue, at: earliest(place, later(at, ASK_LEAD)) }];
  });
}

/** A session that begins, sounds and ends; what happens in between is up to the splice. */
function masterFor({ state, at }: Sheet, phases: readonly PlacedPhase[], to: SessionTime): Automation {
  if (isSilent(state)) return steady(SILENCE);
  const last = phases.at(-1);
  if (to === OPEN || last === undefined) return steady(0);
  const from = latest(at, sleepFadeFrom(state.course) ?? later(to, -closingFade(to - last.origin)));
  return [
    { at: from, level: 0 },
    { at: later(to, -Math.min(1, (to - from) / 2)), level: FADE_FLOOR },
    { at: to, level: SILENCE },
  ];
}
