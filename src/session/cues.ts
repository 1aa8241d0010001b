import type { PlacedPhase } from './phases.ts';
import type { Plan, PlanPhase, Talk } from './plan.ts';
import { later, OPEN, type Seconds, type SessionTime } from './units.ts';

/** The bells that exist; how each sounds is decided in `audio/sounds/bells.ts`. */
export const BELLS = ['bowl-196', 'bowl-262', 'bowl-110', 'small-bell'] as const;
export type BellId = (typeof BELLS)[number];

/** How long a strike is given to ring until it is below hearing; the deeper the bowl the longer. */
export const BELL_SECONDS: Readonly<Record<BellId, Seconds>> = {
  'bowl-196': 24,
  'bowl-262': 20,
  'bowl-110': 28,
  'small-bell': 9,
};

/** Sounds once, at its place. */
export type Cue = VoiceCue | BellCue;

interface AnyCue {
  /** Unique in a timeline: `<phase>/<bus>/<what>`. */
  readonly id: string;
  readonly at: SessionTime;
  readonly duration: Seconds;
  /** Somebody asked for it on a tap; talk and phase rules do not apply to it. */
  readonly asked: boolean;
}
export interface VoiceCue extends AnyCue {
  readonly bus: 'voice';
  /** The line's id in the guide. */
  readonly clip: string;
  readonly text: string;
}
export interface BellCue extends AnyCue {
  readonly bus: 'bell';
  readonly clip: BellId;
  /** A soft strike has less above the fifth partial. */
  readonly soft: boolean;
}

/** What the guide can say: which lines exist, and how long each takes. */
export interface Repertoire {
  line(id: string): { readonly text: string; readonly duration: Seconds } | undefined;
}

/** Phases in which nobody speaks unasked, but for a short anchor line at "full" [C3]. */
const QUIET_PHASES: readonly string[] = ['peak', 'plateau'];
/** The least time between two unasked lines there. */
export const QUIET_GAP: Seconds = 300;
/** The least rest between two lines anywhere. */
export const REST_BETWEEN: Seconds = 3;
/** How far a loop is laid out where no end is known. A preparation that waits longer keeps its layers and falls silent. */
const LONGEST_LOOP: Seconds = 4 * 3600;

export function isQuiet(phase: string): boolean {
  return QUIET_PHASES.includes(phase);
}

/** The bells of one phase, as far as the talk in force lets them sound. */
export function bellCues(phase: PlacedPhase, plan: Plan, talk: Talk): BellCue[] {
  if (phase.waitsAt !== undefined || talk === 'silent') return [];
  const strikes = [...placesOf(phase.plan.bells, phase.length), ...bellLoop(phase.plan, phase.length)];
  return strikes.map(({ name, offset, soft }) => ({
    id: `${phase.phase}/bell/${name}`,
    at: later(phase.origin, offset),
    duration: BELL_SECONDS[plan.bell],
    bus: 'bell',
    clip: plan.bell,
    soft,
    asked: false,
  }));
}

type Strike = { name: string; offset: Seconds; soft: boolean };

function placesOf(bells: PlanPhase['bells'], length: Seconds): Strike[] {
  return bells.flatMap((bell, nth) => {
    const offset = offsetOf(bell, length);
    return offset === undefined || offset >= length ? [] : [{ name: String(nth), offset, soft: bell.soft }];
  });
}

function bellLoop(plan: PlanPhase, length: Seconds): Strike[] {
  const loop = plan.bellLoop;
  if (loop === undefined) return [];
  return rounds(loop.from, loop.every, length).map((offset, nth) => ({
    name: `loop-${nth}`,
    offset,
    soft: loop.soft,
  }));
}

/** The lines of one phase in order, before they are made to keep their distance. */
export function lineCues(phase: PlacedPhase, repertoire: Repertoire, talk: Talk): VoiceCue[] {
  if (phase.waitsAt !== undefined) return [];
  const single = phase.plan.lines
    .filter((line) => speaks(talk, line.talk, phase.phase))
    .map((line) => ({ clip: line.line, name: line.line, offset: offsetOf(line, phase.length) }));
  const cues = [...single, ...lineLoop(phase, talk)].flatMap(({ clip, name, offset }): VoiceCue[] => {
    const line = repertoire.line(clip);
    if (line === undefined || offset === undefined || offset + line.duration >= phase.length) return [];
    const at = later(phase.origin, offset);
    const id = `${phase.phase}/voice/${name}`;
    return [{ id, at, duration: line.duration, bus: 'voice', clip, text: line.text, asked: false }];
  });
  return cues.sort((a, b) => a.at - b.at);
}

function lineLoop(
  phase: PlacedPhase,
  talk: Talk,
): { clip: string; name: string; offset: Seconds | undefined }[] {
  const { loop } = phase.plan;
  if (loop === undefined || !speaks(talk, loop.talk, phase.phase)) return [];
  return rounds(loop.from, loop.every, phase.length).map((offset, nth) => {
    const clip = loop.lines[nth % loop.lines.length] ?? '';
    return { clip, name: `${clip}/${nth}`, offset };
  });
}

function speaks(talk: Talk, from: 'full' | 'sparse', phase: string): boolean {
  if (talk === 'full') return true;
  return talk === 'sparse' && from === 'sparse' && !isQuiet(phase);
}

/** An offset from either end; undefined before an end that is not known. */
function offsetOf(
  place: { at?: number | undefined; before?: number | undefined },
  length: Seconds,
): Seconds | undefined {
  if (place.at !== undefined) return place.at;
  return length === OPEN ? undefined : Math.max(0, length - (place.before ?? 0));
}

function rounds(from: Seconds, every: Seconds, length: Seconds): Seconds[] {
  const end = Math.min(length, LONGEST_LOOP);
  return Array.from({ length: Math.max(0, Math.ceil((end - from) / every)) }, (_, nth) => from + nth * every);
}

/**
 * Lines that keep their distance from what is already being said: a line that would fall into another waits for it,
 * and one that would not end within its phase is left out. In a quiet phase an early line is left out, not put off [C4].
 */
export function spaced(
  lines: readonly VoiceCue[],
  taken: readonly VoiceCue[],
  phase: PlacedPhase,
): VoiceCue[] {
  const said = [...taken];
  for (const line of lines) {
    const at = freePlace(line, said);
    const late = later(at, line.duration) >= phase.to;
    const tooSoon =
      isQuiet(phase.phase) &&
      said.some((other) => !other.asked && at - other.at < QUIET_GAP && inPhase(other));
    if (!late && !tooSoon) said.push({ ...line, at });
  }
  return said.slice(taken.length);
  function inPhase(other: VoiceCue): boolean {
    return isQuiet(other.id.split('/')[0] ?? '');
  }
}

function freePlace(line: VoiceCue, said: readonly VoiceCue[]): SessionTime {
  let at = line.at;
  for (const other of [...said].sort((a, b) => a.at - b.at)) {
    const clear =
      at >= later(other.at, other.duration + REST_BETWEEN) ||
      later(at, line.duration + REST_BETWEEN) <= other.at;
    if (!clear) at = later(other.at, other.duration + REST_BETWEEN);
  }
  return at;
}

/** A bell that would be struck into a spoken line waits until the line is over. */
export function clearOf(bell: BellCue, said: readonly VoiceCue[]): BellCue {
  const over = said.find((line) => bell.at >= line.at - 1 && bell.at < line.at + line.duration + 1);
  return over === undefined ? bell : { ...bell, at: later(over.at, over.duration + 1) };
}
