import { hzAt, levelAt, splice, spliceGlide, type Automation } from './automation.ts';
import { END_FADE } from './compose.ts';
import type { Cue } from './cues.ts';
import { SHORTEST_GLIDE } from './layering.ts';
import { BUSES, type Bus, type Layer, type LayerSound } from './layers.ts';
import type { SessionEvent } from './log.ts';
import { joined, type PhaseSpan } from './phases.ts';
import type { Timeline } from './timeline.ts';
import { earliest, later, latest, SILENCE, type Seconds, type SessionTime } from './units.ts';

/** The least time a change takes, so that nothing jumps; rises take longer where [A2] asks for it. */
const LEVEL_CHANGE: Seconds = 0.25;
const LAYER_CHANGE: Seconds = 4;
const DUCK_CHANGE: Seconds = 0.4;
const THIN_CHANGE: Seconds = 5;
/** Coming back to sound after a silence, a call, a crash. */
const RETURN_FADE: Seconds = 8;
/** Sound that is lost is lost at once; this only keeps the record's curve from having a corner no ear could hear. */
const LOSS: Seconds = 0.3;

/** The old timeline until the event, the wanted one from there on, and between them ramps. */
export function spliced(old: Timeline, wanted: Timeline, event: SessionEvent): Timeline {
  const { at } = event;
  const fades = fadesOf(event, old, wanted);
  return {
    spans: splicedSpans(old.spans, wanted.spans, at),
    cues: splicedCues(old.cues, wanted.cues, event),
    layers: splicedLayers(old.layers, wanted.layers, at),
    levels: eachBus((bus) => splice(old.levels[bus], wanted.levels[bus], at, LEVEL_CHANGE)),
    ducking: eachBus((bus) => splice(old.ducking[bus], wanted.ducking[bus], at, fades.ducking)),
    master: splice(old.master, wanted.master, at, fades.master),
    to: wanted.to,
    state: wanted.state,
  };
}

function fadesOf(
  event: SessionEvent,
  old: Timeline,
  wanted: Timeline,
): { ducking: Seconds; master: Seconds } {
  const ducking = old.state.rung === wanted.state.rung ? DUCK_CHANGE : THIN_CHANGE;
  if (event.type === 'silenced') return { ducking, master: event.fade };
  if (event.type === 'interrupted') return { ducking, master: LOSS };
  if (event.type === 'ended') return { ducking, master: END_FADE };
  const rises = levelAt(wanted.master, event.at) > levelAt(old.master, event.at);
  return { ducking, master: rises ? RETURN_FADE : THIN_CHANGE };
}

function splicedSpans(old: readonly PhaseSpan[], wanted: readonly PhaseSpan[], at: SessionTime): PhaseSpan[] {
  const lived = old.filter((span) => span.from < at).map((span) => ({ ...span, to: earliest(span.to, at) }));
  const ahead = wanted
    .filter((span) => span.to > at)
    .map((span) => ({ ...span, from: latest(span.from, at) }));
  return joined([...lived, ...ahead]);
}

/** What has begun stays; an interruption cuts it short, for what was cut was not heard. */
function splicedCues(old: readonly Cue[], wanted: readonly Cue[], { at, type }: SessionEvent): Cue[] {
  const begun = old
    .filter((cue) => cue.at < at)
    .map((cue) =>
      type === 'interrupted' && later(cue.at, cue.duration) > at ? { ...cue, duration: at - cue.at } : cue,
    );
  const taken = new Set(begun.map((cue) => cue.id));
  return [...begun, ...wanted.filter((cue) => cue.at >= at).map((cue) => renamed(cue, taken))];
}

/** A cue that comes round again, because its phase does, is another cue. */
function renamed<Named extends { readonly id: string }>(cue: Named, taken: Set<string>): Named {
  let id = cue.id;
  for (let round = 2; taken.has(id); round++) id = `${cue.id}~${round}`;
  taken.add(id);
  return id === cue.id ? cue : { ...cue, id };
}

function splicedLayers(old: readonly Layer[], wanted: readonly Layer[], at: SessionTime): Layer[] {
  const ahead = new Map(wanted.filter((layer) => layer.to > at).map((layer) => [layer.id, layer]));
  const begun = old
    .filter((layer) => layer.from < at)
    .map((layer) => {
      if (layer.to <= at) return layer;
      const id = plainId(layer.id);
      const goesOn = ahead.get(id);
      if (goesOn === undefined) return fadedOut(layer, at);
      ahead.delete(id);
      return continued(layer, goesOn, at);
    });
  const taken = new Set(begun.map((layer) => layer.id));
  const fresh = [...ahead.values()].map((layer) => renamed(entering(layer, at), taken));
  return [...begun, ...fresh].sort((a, b) => a.from - b.from);
}

function plainId(id: string): string {
  return id.replace(/~\d+$/, '');
}

function continued(layer: Layer, wanted: Layer, at: SessionTime): Layer {
  return {
    ...layer,
    to: wanted.to,
    sound: continuedSound(layer.sound, wanted.sound, at),
    level: splice(layer.level, wanted.level, at, LAYER_CHANGE),
  };
}

/** A glide is bent from where it is; a breath keeps the moment it began, so that no breath is cut in two. */
function continuedSound(sound: LayerSound, wanted: LayerSound, at: SessionTime): LayerSound {
  if (sound.kind !== 'beats' || wanted.kind !== 'beats') return sound;
  const meet = later(at, SHORTEST_GLIDE);
  const same = [at, meet].every(
    (place) => Math.abs(hzAt(sound.glide, place) - hzAt(wanted.glide, place)) < 1e-9,
  );
  const glide = same
    ? [
        ...sound.glide.filter((point) => point.at < at),
        { at, hz: hzAt(sound.glide, at) },
        ...wanted.glide.filter((point) => point.at > at),
      ]
    : spliceGlide(sound.glide, wanted.glide, at, SHORTEST_GLIDE);
  return { ...sound, glide };
}

function fadedOut(layer: Layer, at: SessionTime): Layer {
  const to = earliest(layer.to, later(at, LAYER_CHANGE));
  return { ...layer, to, level: splice(layer.level, [{ at, level: SILENCE }], at, to - at) };
}

/** A layer that should already be on comes in from silence. */
function entering(layer: Layer, at: SessionTime): Layer {
  if (layer.from >= at) return layer;
  const silent: Automation = [{ at, level: SILENCE }];
  return { ...layer, from: at, level: splice(silent, layer.level, at, LAYER_CHANGE) };
}

function eachBus(of: (bus: Bus) => Automation): Record<Bus, Automation> {
  return Object.fromEntries(BUSES.map((bus) => [bus, of(bus)])) as Record<Bus, Automation>;
}
