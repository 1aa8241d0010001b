import { type Automation, type Breakpoint, type Glide } from './automation.ts';
import type { Layer } from './layers.ts';
import type { PlacedPhase } from './phases.ts';
import type { Plan, PlanPhase } from './plan.ts';
import { later, OPEN, SILENCE, type Hertz, type Seconds, type SessionTime } from './units.ts';

/** From one phase's level to the next: slow enough not to be noticed as a change. */
const PHASE_RAMP: Seconds = 12;
/** Glides of the beats are never quicker than this. */
export const SHORTEST_GLIDE: Seconds = 30;
const BEATS_FADE: Seconds = 12;
const BREATH_FADE_IN: Seconds = 8;
const BREATH_FADE_OUT: Seconds = 12;

/** The layers from the current phase on, as they should sound; what was before is kept by the timeline's splice. */
export function plannedLayers(plan: Plan, phases: readonly PlacedPhase[], to: SessionTime): Layer[] {
  const first = phases[0];
  if (first === undefined) return [];
  return [
    ...bedLayer(plan, phases, first.from, to),
    ...beatsLayer(plan, phases, to),
    ...breathLayers(phases),
  ];
}

function bedLayer(plan: Plan, phases: readonly PlacedPhase[], from: SessionTime, to: SessionTime): Layer[] {
  if (plan.bed === 'none') return [];
  const level = phases.flatMap((phase) => throughPhase(phase, (planned) => planned.bed)).map(asLevel);
  return [{ id: 'bed', bus: 'bed', sound: { kind: 'bed', bed: plan.bed }, from, to, level: sorted(level) }];
}

function beatsLayer(plan: Plan, phases: readonly PlacedPhase[], to: SessionTime): Layer[] {
  const { kind, carrier } = plan.beats;
  const sounding = phases.filter((phase) => phase.plan.beats !== undefined);
  const [first, last] = [sounding[0], sounding.at(-1)];
  if (kind === 'none' || first === undefined || last === undefined) return [];
  const glide = sounding
    .flatMap((phase) => throughPhase(phase, (planned) => planned.beats, SHORTEST_GLIDE))
    .map(asHz);
  return [
    {
      id: 'beats',
      bus: 'beats',
      sound: { kind: 'beats', beats: kind, carrier, glide },
      from: first.from,
      to: last.to === OPEN ? to : later(last.to, BEATS_FADE),
      level: onWhile(sounding, BEATS_FADE),
    },
  ];
}

/** Each phase breathes by itself: a new pattern begins with its own first inhale. */
function breathLayers(phases: readonly PlacedPhase[]): Layer[] {
  return phases.flatMap((phase): Layer[] => {
    const { breath } = phase.plan;
    if (breath === undefined) return [];
    if (phase.waitsAt !== undefined && (phase.waitsAt < breath.from || phase.waitsAt >= (breath.to ?? OPEN)))
      return [];
    const from = later(phase.origin, breath.from);
    const to =
      phase.waitsAt === undefined ? later(phase.origin, Math.min(breath.to ?? OPEN, phase.length)) : OPEN;
    if (to <= from) return [];
    const sound = { kind: 'breath', pattern: breath.pattern, origin: from } as const;
    return [
      {
        id: `${phase.phase}/breath`,
        bus: 'breath',
        sound,
        from,
        to,
        level: breathLevel(from, to, breath.level),
      },
    ];
  });
}

function breathLevel(from: SessionTime, to: SessionTime, level: number): Automation {
  const risen: Breakpoint[] = [
    { at: from, level: SILENCE },
    { at: later(from, BREATH_FADE_IN), level },
  ];
  if (to === OPEN) return risen;
  const falls = later(to, -Math.min(BREATH_FADE_OUT, (to - from) / 3));
  return sorted([
    ...risen.filter((point) => point.at < falls),
    { at: falls, level },
    { at: to, level: SILENCE },
  ]);
}

function onWhile(phases: readonly PlacedPhase[], fade: Seconds): Automation {
  const points = phases.flatMap((phase, nth): Breakpoint[] => {
    const joins = phases[nth - 1]?.to === phase.from;
    const left = phases[nth + 1]?.from === phase.to || phase.to === OPEN;
    return [
      ...(joins
        ? []
        : [
            { at: phase.from, level: SILENCE },
            { at: later(phase.from, fade), level: 0 },
          ]),
      ...(left
        ? []
        : [
            { at: phase.to, level: 0 },
            { at: later(phase.to, fade), level: SILENCE },
          ]),
    ];
  });
  return sorted(points);
}

interface Place {
  readonly at: SessionTime;
  readonly value: number;
}

/** A value that goes from `start` to `end` while a phase lasts, and waits where it is while the phase is held. */
function throughPhase(
  phase: PlacedPhase,
  of: (planned: PlanPhase) => { readonly start: number; readonly end: number } | undefined,
  settle: Seconds = PHASE_RAMP,
): Place[] {
  const curve = of(phase.plan);
  if (curve === undefined) return [];
  const { start, end } = curve;
  const arrived = Math.min(settle, phase.length / 2);
  const from = { at: later(phase.origin, arrived), value: start };
  if (phase.length === OPEN) return [from];
  if (phase.waitsAt === undefined) return [from, { at: later(phase.origin, phase.length), value: end }];
  const share = Math.max(0, phase.waitsAt - arrived) / (phase.length - arrived);
  return [{ at: phase.from, value: start + (end - start) * Math.min(1, share) }];
}

function asLevel({ at, value }: Place): Breakpoint {
  return { at, level: value };
}

function asHz({ at, value }: Place): { at: SessionTime; hz: Hertz } {
  return { at, hz: value };
}

function sorted(automation: readonly Breakpoint[]): Automation {
  return [...automation].sort((a, b) => a.at - b.at);
}

export function glideOf(layer: Layer): Glide | undefined {
  return layer.sound.kind === 'beats' ? layer.sound.glide : undefined;
}
