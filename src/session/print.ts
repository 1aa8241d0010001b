import { levelAt, type Automation } from './automation.ts';
import type { BedCurve } from './bed-curve.ts';
import { breathName } from './breath.ts';
import type { Cue } from './cues.ts';
import { BUSES, layerLevel, type Layer } from './layers.ts';
import type { PhaseSpan } from './phases.ts';
import type { Timeline } from './timeline.ts';
import { OPEN, SILENCE, START, type SessionTime } from './units.ts';

/** A timeline as lines a facilitator could read: one for each phase, layer and cue, in order of time. */
export function printTimeline(timeline: Timeline): string {
  const lines = [
    ...timeline.spans.map((span) => ({ at: span.from, order: 0, text: phaseLine(span) })),
    ...timeline.layers.map((layer) => ({ at: layer.from, order: 1, text: layerLine(layer, timeline) })),
    ...timeline.cues.map((cue) => ({ at: cue.at, order: 2, text: cueLine(cue) })),
    ...levelLines(timeline).map((text) => ({ at: START, order: 3, text })),
    {
      at: timeline.to,
      order: 4,
      text: timeline.to === OPEN ? 'open   until somebody goes on' : 'end    silence',
    },
  ].sort((a, b) => (a.at === b.at ? a.order - b.order : a.at - b.at));
  return lines.map(({ at, text }) => `${clockOf(at).padStart(9)}  ${text}`).join('\n');
}

/** One cue as data. `at` in seconds of session time. */
export interface PrintedCue {
  readonly id: string;
  readonly bus: 'voice' | 'bell';
  readonly at: number;
  readonly duration: number;
  readonly clip: string;
  readonly text?: string;
  /** It is only shown: nobody says it. */
  readonly unspoken?: true;
}

/** The timeline as data, for other programs: phases, layers and every cue, times in seconds; an open end is null. */
export function timelineData(timeline: Timeline): {
  readonly to: number | null;
  readonly phases: readonly { phase: string; from: number; to: number | null }[];
  readonly layers: readonly {
    id: string;
    bus: string;
    from: number;
    to: number | null;
    sound: Layer['sound'];
    /** What a bed adds in a phase to the level of all beds there, in dB. */
    phases?: BedCurve;
  }[];
  readonly cues: readonly PrintedCue[];
} {
  return {
    to: closed(timeline.to),
    phases: timeline.spans.map(({ phase, from, to }) => ({ phase, from, to: closed(to) })),
    layers: timeline.layers.map((layer) => {
      const { id, bus, from, to, sound } = layer;
      const phases = curveOf(layer, timeline);
      const bends = Object.keys(phases).length === 0 ? {} : { phases };
      return { id, bus, from, to: closed(to), sound, ...bends };
    }),
    cues: timeline.cues.map(printedCue),
  };
}

function closed(at: SessionTime): number | null {
  return at === OPEN ? null : at;
}

function printedCue(cue: Cue): PrintedCue {
  const { id, bus, at, duration, clip } = cue;
  if (cue.bus === 'bell') return { id, bus, at, duration, clip };
  return { id, bus, at, duration, clip, text: cue.text, ...(cue.unspoken ? { unspoken: true } : {}) };
}

function phaseLine(span: PhaseSpan): string {
  return `phase  ${span.phase}${span.to === OPEN ? ', open' : ''}`;
}

function cueLine(cue: Cue): string {
  if (cue.bus === 'voice') return `${cue.unspoken ? 'shown' : 'voice'}  ${cue.id}  "${cue.text}"`;
  return `bell   ${cue.id}  ${cue.clip}${cue.soft ? ', soft' : ''}`;
}

/** The whole sound, and each bus that somebody or the grounding ladder changed. What steps back under a voice is not printed. */
function levelLines({ master, levels, thinning }: Timeline): string[] {
  const moved = (of: Timeline['levels'], what: string) =>
    BUSES.filter((bus) => of[bus].length > 1).map((bus) => `${what} ${bus}  ${levelsOf(of[bus])}`);
  return [`master ${levelsOf(master)}`, ...moved(levels, 'level '), ...moved(thinning, 'ladder')];
}

function layerLine(layer: Layer, timeline: Timeline): string {
  const until = layer.to === OPEN ? 'open' : clockOf(layer.to);
  const sounds = `${soundName(layer)}, until ${until}, ${levelsOf(layerLevel(layer))}`;
  return `${layer.bus.padEnd(6)} ${layer.id}  ${sounds}${curveName(curveOf(layer, timeline))}`;
}

/** What the bed adds to the phases' common level, where it adds anything. */
function curveOf({ sound }: Layer, { state }: Timeline): BedCurve {
  const bedSound = sound.kind === 'bed' ? sound.bed : sound.kind === 'own' ? sound.own : undefined;
  return state.mix.beds.find((bed) => bed.sound === bedSound)?.phases ?? {};
}

function curveName(curve: BedCurve): string {
  const bends = Object.entries(curve).map(([phase, by]) => `${phase} ${by > 0 ? '+' : ''}${levelName(by)}`);
  return bends.length === 0 ? '' : `; by phase ${bends.join(', ')}`;
}

function soundName({ sound }: Layer): string {
  if (sound.kind === 'bed') return sound.bed;
  if (sound.kind === 'own') return `"${sound.title}"`;
  if (sound.kind === 'breath') return breathName(sound);
  const glide = sound.glide.map(({ at, hz }) => `${clockOf(at)} ${tenths(hz)} Hz`).join(' → ');
  return `${sound.beats} on ${sound.carrier} Hz, ${glide}`;
}

function levelsOf(level: Automation): string {
  return level.map(({ at }) => `${clockOf(at)} ${levelName(levelAt(level, at))}`).join(' → ');
}

function levelName(level: number): string {
  return level <= SILENCE ? 'silent' : `${tenths(level)} dB`;
}

function tenths(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** `75:04.5`: minutes do not turn into hours, for that is how sessions are spoken about. */
export function clockOf(at: SessionTime): string {
  if (at === OPEN) return 'open';
  const tenthsOfSeconds = Math.round(at * 10);
  const minutes = Math.floor(tenthsOfSeconds / 600);
  const seconds = (tenthsOfSeconds - minutes * 600) / 10;
  const whole = Number.isInteger(seconds)
    ? String(seconds).padStart(2, '0')
    : seconds.toFixed(1).padStart(4, '0');
  return `${minutes}:${whole}`;
}
