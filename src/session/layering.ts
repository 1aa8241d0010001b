import { gentle, splice, steady, type Automation, type Breakpoint } from './automation.ts';
import { bedIn } from './bed-curve.ts';
import type { ChosenBreath } from './breath.ts';
import { isOwn, type BedSound, type Layer, type LayerSound } from './layers.ts';
import { bedKnob, type Mix } from './mix.ts';
import type { PlacedPhase } from './phases.ts';
import type { Plan, PlannedBreath, PlanPhase } from './plan.ts';
import { earliest, later, OPEN, SILENCE, type Hertz, type Seconds, type SessionTime } from './units.ts';

/** A layer as it is wanted; `fadeIn` applies where it begins, not where it only goes on. */
export interface PlannedLayer extends Layer {
  readonly fadeIn: Seconds;
}

/** From one phase's level to the next: slow enough not to be noticed as a change. */
export const PHASE_RAMP: Seconds = 12;
/** Glides of the beats are never quicker than this. */
export const SHORTEST_GLIDE: Seconds = 30;
const BEATS_FADE: Seconds = 12;
const BREATH_FADE_IN: Seconds = 8;
const BREATH_FADE_OUT: Seconds = 12;

const BED_FADE_IN: Seconds = 9;

/** The layers from the current phase on, as they should sound; what was before is kept by the timeline's splice. */
export function plannedLayers(
  { plan, state }: { readonly plan: Plan; readonly state: { readonly mix: Mix } },
  phases: readonly PlacedPhase[],
  to: SessionTime,
): PlannedLayer[] {
  const layers = [
    ...bedLayers(plan, state.mix, phases, to),
    ...beatsLayer(plan, phases, to),
    ...breathLayers(phases),
  ];
  return layers.filter(({ from }) => from < to).map((layer) => ({ ...layer, to: earliest(layer.to, to) }));
}

/** Each bed to the end: the phases' common curve, its own way through them [M2], and what the person does with it [M1]. */
function bedLayers(plan: Plan, mix: Mix, phases: readonly PlacedPhase[], to: SessionTime): PlannedLayer[] {
  const [first] = phases;
  if (first === undefined) return [];
  return mix.beds.map((bed): PlannedLayer => {
    const curve = phases.flatMap((phase) => throughPhase(phase, bedIn(plan, phase.plan, bed), PHASE_RAMP));
    return {
      id: layerIdOf(bed.sound),
      bus: 'bed',
      sound: soundOf(bed.sound, mix),
      from: first.from,
      to,
      level: gentle(curve.map(({ at, value }) => ({ at, level: value }))),
      knob: steady(bedKnob(mix, bed)),
      fadeIn: BED_FADE_IN,
    };
  });
}

/** What a bed's layer is called in every timeline. */
export function layerIdOf(sound: BedSound): string {
  return `bed/${sound}`;
}

function soundOf(sound: BedSound, { own }: Mix): LayerSound {
  if (!isOwn(sound)) return { kind: 'bed', bed: sound };
  return { kind: 'own', own: sound, title: own.find(({ id }) => id === sound)?.title ?? sound };
}

function beatsLayer(plan: Plan, phases: readonly PlacedPhase[], to: SessionTime): PlannedLayer[] {
  const { kind, carrier } = plan.beats;
  const sounding = phases.filter((phase) => phase.plan.beats !== undefined);
  const [first, last] = [sounding[0], sounding.at(-1)];
  if (kind === 'none' || first === undefined || last === undefined) return [];
  const glide = sounding
    .flatMap((phase) => {
      const joins = plan.phases[phase.nth - 1]?.beats !== undefined;
      return throughPhase(phase, phase.plan.beats, joins ? SHORTEST_GLIDE : 0);
    })
    .map(({ at, value }): { at: SessionTime; hz: Hertz } => ({ at, hz: value }));
  return [
    {
      id: 'beats',
      bus: 'beats',
      sound: { kind: 'beats', beats: kind, carrier, glide },
      from: first.from,
      to: earliest(later(last.to, BEATS_FADE), to),
      level: onWhile(sounding),
      knob: steady(0),
      fadeIn: BEATS_FADE,
    },
  ];
}

/** Silent between phases that have no beats, and after the last that has. */
function onWhile(phases: readonly PlacedPhase[]): Automation {
  const points = phases.flatMap((phase, nth): Breakpoint[] => {
    const next = phases[nth + 1];
    if (phase.to === OPEN || next?.from === phase.to) return [];
    const goes: Breakpoint = { at: phase.to, level: 0 };
    const gone = later(phase.to, BEATS_FADE);
    if (next === undefined) return [goes, { at: gone, level: SILENCE }];
    return [
      goes,
      { at: earliest(gone, next.from), level: SILENCE },
      // As they come in at their beginning: beats that come back are told from them by nothing [L3].
      ...splice([{ at: next.from, level: SILENCE }], steady(0), next.from, BEATS_FADE),
    ];
  });
  return points.length > 0 ? gentle(points) : steady(0);
}

/** Each phase breathes by itself: a new pattern begins with its own first inhale. A held phase breathes on. */
function breathLayers(phases: readonly PlacedPhase[]): PlannedLayer[] {
  return phases.flatMap((phase): PlannedLayer[] => {
    const { breath } = phase.plan;
    if (breath === undefined) return [];
    const { waitsAt } = phase;
    const end = Math.min(breath.to ?? OPEN, phase.length);
    if (breath.from >= end || (waitsAt !== undefined && (waitsAt < breath.from || waitsAt >= end))) return [];
    const from = later(phase.origin, breath.from);
    const to = waitsAt === undefined ? later(phase.origin, end) : OPEN;
    return [
      {
        id: `${phase.phase}/breath`,
        bus: 'breath',
        sound: { kind: 'breath', origin: from, ...chosen(breath) },
        from,
        to,
        level: fadingOut({ from, to, level: breath.level }),
        knob: steady(0),
        fadeIn: Math.min(BREATH_FADE_IN, (to - from) / 3),
      },
    ];
  });
}

/** How one breathes, out of a plan's breath: the rest of it is when and how loud. */
function chosen({ pattern, topUp, fromRate, title }: PlannedBreath): ChosenBreath {
  return { pattern, topUp, fromRate, title };
}

function fadingOut({ from, to, level }: { from: SessionTime; to: SessionTime; level: number }): Automation {
  if (to === OPEN) return [{ at: from, level }];
  const falls = later(to, -Math.min(BREATH_FADE_OUT, (to - from) / 3));
  return [
    { at: falls, level },
    { at: to, level: SILENCE },
  ];
}

interface Place {
  readonly at: SessionTime;
  readonly value: number;
}

/** A value that goes from `start` to `end` while a phase lasts, and waits where it is while the phase is held. */
function throughPhase(
  phase: PlacedPhase,
  curve: PlanPhase['beats'] | PlanPhase['bed'],
  settle: Seconds,
): Place[] {
  if (curve === undefined) return [];
  const { start, end } = curve;
  const arrived = Math.min(settle, phase.length / 2);
  if (phase.waitsAt !== undefined) {
    const way = phase.length - arrived;
    const gone = way > 0 && way < OPEN ? Math.max(0, phase.waitsAt - arrived) / way : 0;
    return [{ at: phase.from, value: start + (end - start) * Math.min(1, gone) }];
  }
  const from = { at: later(phase.origin, arrived), value: start };
  return phase.length === OPEN ? [from] : [from, { at: later(phase.origin, phase.length), value: end }];
}
