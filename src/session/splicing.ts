import { splice, spliceGlide, steady, type Automation } from './automation.ts';
import { duckingFor, type Wanted } from './compose.ts';
import { endOfCue, plainId, type Cue } from './cues.ts';
import { goingOn } from './following.ts';
import { PHASE_RAMP, SHORTEST_GLIDE, type PlannedLayer } from './layering.ts';
import { eachBus, type Bus, type Layer, type LayerSound } from './layers.ts';
import type { SessionEvent } from './log.ts';
import { MEASURING_CHANGE } from './measuring.ts';
import { busKnob } from './mix.ts';
import { OUTPUT_DROP_TIME } from './output.ts';
import { joined, type PhaseSpan } from './phases.ts';
import { isSilent, type State } from './state.ts';
import type { Timeline } from './timeline.ts';
import { earliest, later, latest, SILENCE, type Seconds, type SessionTime } from './units.ts';

/** The least time each change takes, so that nothing jumps; rises take longer where [A2] asks for it. */
const LEVEL_CHANGE: Seconds = 0.25;
const DUCK_CHANGE: Seconds = 0.4;
const THIN_CHANGE: Seconds = 5;
/** A layer that is no longer wanted goes. */
const LAYER_GOES: Seconds = 4;
/** Coming back to sound after a silence, a call, a crash. */
const RETURN_FADE: Seconds = 8;
const OTHER_FADE: Seconds = 5;
/** Sound that is lost is lost at once; this only keeps the record's curve from having a corner no ear could hear. */
const LOSS: Seconds = 0.3;
/** How long everything takes to fade when somebody ends the session. */
export const END_FADE: Seconds = 8;

/** The old timeline until the event, the wanted one from there on, and between them ramps. */
export function spliced(old: Timeline, wanted: Wanted, state: State, event: SessionEvent): Timeline {
  const { at } = event;
  const begun = begunCues(old.cues, event);
  const taken = new Set(begun.map((cue) => cue.id));
  return {
    spans: splicedSpans(old.spans, wanted.spans, at),
    cues: [...begun, ...wanted.cues.map((cue) => renamed(cue, taken))],
    layers: goingOn(splicedLayers(old.layers, wanted.layers, at)),
    levels: eachBus((bus) =>
      busKnob(old.state.mix, bus) === busKnob(state.mix, bus)
        ? old.levels[bus]
        : splice(old.levels[bus], wanted.levels[bus], at, LEVEL_CHANGE),
    ),
    ducking: eachBus((bus) => splice(old.ducking[bus], wanted.ducking[bus], at, DUCK_CHANGE)),
    thinning: eachBus((bus) => splicedThinning(old, wanted, state, { bus, at })),
    master: splicedMaster(old, wanted, state, event),
    to: wanted.to,
    state,
  };
}

/** The session ends at `at`: what sounds goes on under one last fade, and nothing new begins [T6]. */
export function closed(old: Timeline, state: State, event: SessionEvent): Timeline {
  const { at } = event;
  const to = later(at, END_FADE);
  const cues = begunCues(old.cues, event);
  const ducking = duckingFor(state.mix, cues);
  const lived = old.spans.filter((span, nth) => span.from < at || nth === 0);
  const last = lived.length - 1;
  return {
    ...old,
    spans: lived.map((span, nth) => (nth === last ? { ...span, to } : span)),
    cues,
    layers: old.layers
      .filter((layer) => layer.from <= at)
      .map((layer) => (layer.to === old.to || layer.to > to ? { ...layer, to } : layer)),
    ducking: eachBus((bus) => splice(old.ducking[bus], ducking[bus], at, DUCK_CHANGE)),
    master: splice(old.master, steady(SILENCE), at, END_FADE),
    to,
    state: { ...state, endedAt: at },
  };
}

/** What is on its way is left alone, unless the ladder, the measuring or the output has changed: a rise would begin anew. */
function splicedThinning(
  { state: was, thinning }: Timeline,
  wanted: Wanted,
  state: State,
  { bus, at }: { readonly bus: Bus; readonly at: SessionTime },
): Automation {
  const measuring = was.measuring !== state.measuring;
  const output = was.outputUnsure !== state.outputUnsure;
  if (was.rung === state.rung && !measuring && !output) return thinning[bus];
  return splice(thinning[bus], wanted.thinning[bus], at, thinningChange({ measuring, output }, state));
}

/** A closing fade that is under way is left alone, unless the end or the silence itself has changed. */
function splicedMaster(old: Timeline, wanted: Wanted, state: State, event: SessionEvent): Timeline['master'] {
  const silent = isSilent(state);
  const wasSilent = isSilent(old.state);
  const sameEnd = old.to === wanted.to && old.state.course.until === state.course.until;
  if (sameEnd && silent === wasSilent) return old.master;
  const fade = Math.min(masterFade(event, silent, wasSilent), wanted.to - event.at);
  return splice(old.master, wanted.master, event.at, fade);
}

function masterFade(event: SessionEvent, silent: boolean, wasSilent: boolean): Seconds {
  if (event.type === 'silenced') return event.fade;
  if (event.type === 'interrupted') return LOSS;
  return wasSilent && !silent ? RETURN_FADE : OTHER_FADE;
}

function thinningChange(changed: { measuring: boolean; output: boolean }, { outputUnsure }: State): Seconds {
  if (changed.output) return outputUnsure ? OUTPUT_DROP_TIME : RETURN_FADE;
  return changed.measuring ? MEASURING_CHANGE : THIN_CHANGE;
}

function splicedSpans(old: readonly PhaseSpan[], wanted: readonly PhaseSpan[], at: SessionTime): PhaseSpan[] {
  const lived = old.filter((span) => span.from < at).map((span) => ({ ...span, to: earliest(span.to, at) }));
  const ahead = wanted
    .filter((span) => span.to > at)
    .map((span) => ({ ...span, from: latest(span.from, at) }));
  return joined([...lived, ...ahead]);
}

/** What has begun stays; an interruption cuts it short, for what was cut was not heard. */
function begunCues(cues: readonly Cue[], { at, type }: SessionEvent): Cue[] {
  const begun = cues.filter((cue) => cue.at < at);
  if (type !== 'interrupted') return begun;
  return begun.map((cue) => (endOfCue(cue) > at ? { ...cue, duration: at - cue.at } : cue));
}

/** A cue that comes round again, because its phase does, is another cue. */
function renamed<Named extends { readonly id: string }>(cue: Named, taken: Set<string>): Named {
  let id = cue.id;
  for (let round = 2; taken.has(id); round++) id = `${cue.id}~${round}`;
  taken.add(id);
  return id === cue.id ? cue : { ...cue, id };
}

function splicedLayers(old: readonly Layer[], wanted: readonly PlannedLayer[], at: SessionTime): Layer[] {
  const begun = old.filter((layer) => layer.from < at);
  const sounding = begun.filter((layer) => layer.to > at);
  const heirs = new Map<string, PlannedLayer>();
  const fresh: PlannedLayer[] = [];
  for (const layer of wanted.filter(({ to }) => to > at)) {
    const before = goesOn(layer, at) ? sounding.findLast(({ id }) => plainId(id) === layer.id) : undefined;
    if (before === undefined) fresh.push(layer);
    else heirs.set(before.id, layer);
  }
  const kept = begun.map((layer) => {
    const heir = heirs.get(layer.id);
    if (heir !== undefined) return continued(layer, heir, at);
    return layer.to > at ? fadedOut(layer, at) : layer;
  });
  const taken = new Set(kept.map((layer) => layer.id));
  return [...kept, ...fresh.map((layer) => renamed(entering(layer, at), taken))].sort(
    (a, b) => a.from - b.from,
  );
}

/** Beds and beats flow into a phase that begins now; a breath that begins now is another breath. */
function goesOn(layer: PlannedLayer, at: SessionTime): boolean {
  return layer.sound.kind === 'breath' ? layer.from < at : layer.from <= at;
}

function continued(layer: Layer, wanted: PlannedLayer, at: SessionTime): Layer {
  return {
    ...layer,
    to: wanted.to,
    sound: continuedSound(layer.sound, wanted.sound, at),
    level: splice(layer.level, wanted.level, at, Math.min(PHASE_RAMP, wanted.to - at)),
    knob: turned(layer.knob, wanted.knob, at),
  };
}

/** A knob that is already on its way to where it is wanted is left alone: a rise would begin anew. */
function turned(knob: Automation, wanted: Automation, at: SessionTime): Automation {
  return knob.at(-1)?.level === wanted.at(-1)?.level ? knob : splice(knob, wanted, at, LEVEL_CHANGE);
}

/** A glide is bent from where it is; a breath keeps the moment it began, so that no breath is cut in two. */
function continuedSound(sound: LayerSound, wanted: LayerSound, at: SessionTime): LayerSound {
  if (sound.kind !== 'beats' || wanted.kind !== 'beats') return sound;
  const glide = spliceGlide(sound.glide, wanted.glide, at, SHORTEST_GLIDE);
  return glide === sound.glide ? sound : { ...sound, glide };
}

function fadedOut(layer: Layer, at: SessionTime): Layer {
  const to = earliest(layer.to, later(at, LAYER_GOES));
  return { ...layer, to, level: splice(layer.level, steady(SILENCE), at, to - at) };
}

/** A layer comes in from silence where it begins, or now, where it should already be on. */
export function entering({ fadeIn, ...layer }: PlannedLayer, at: SessionTime): Layer {
  const from = latest(layer.from, at);
  if (fadeIn === 0) return { ...layer, from };
  return { ...layer, from, level: splice([{ at: from, level: SILENCE }], layer.level, from, fadeIn) };
}
