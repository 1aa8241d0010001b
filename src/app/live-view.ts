import { levelAt } from '#session/automation.ts';
import { breathAt, rateAt, type BreathMoment, type ChosenBreath } from '#session/breath.ts';
import { isBell, isUnspoken, isVoice, type BellCue } from '#session/cues.ts';
import { layerLevel, type Layer } from '#session/layers.ts';
import type { SessionEvent } from '#session/log.ts';
import type { PhaseSpan } from '#session/phases.ts';
import { busLevel, soundingAt, spanAt, type Timeline } from '#session/timeline.ts';
import { FADE_FLOOR, OPEN, within, type Decibels, type Seconds, type SessionTime } from '#session/units.ts';
import { UNDO_FOR } from './act-times.ts';

/** What is being said, or was said last. */
export interface SpokenCaption {
  readonly text: string;
  readonly speaking: boolean;
  /** It is only shown. */
  readonly unspoken: boolean;
  /** Since its end; 0 while it is spoken. */
  readonly ago: Seconds;
}

export function captionAt(timeline: Timeline, at: SessionTime): SpokenCaption | undefined {
  const last = timeline.cues.findLast((cue) => isVoice(cue) && cue.at <= at && cue.duration > 0.5);
  if (last === undefined || !isVoice(last)) return undefined;
  const ago = Math.max(0, at - last.at - last.duration);
  return { text: last.text, speaking: ago === 0, unspoken: isUnspoken(last), ago };
}

/** How long a bell is told in words: as long as it takes to read, and its sound to settle. */
const BELL_TOLD: Seconds = 6;

/** A bell that was struck just now and can be heard. */
export function bellAt(timeline: Timeline, at: SessionTime): BellCue | undefined {
  const struck = timeline.cues.findLast((cue) => isBell(cue) && cue.at <= at);
  if (struck === undefined || !isBell(struck) || at - struck.at >= BELL_TOLD) return undefined;
  const level = levelAt(busLevel(timeline, 'bell'), at) + levelAt(timeline.master, at);
  return level > FADE_FLOOR ? struck : undefined;
}

/** An act, for as long as it can be taken back. */
export function undoable(act: SessionEvent | undefined, at: SessionTime): SessionEvent | undefined {
  return act !== undefined && at < act.at + UNDO_FOR ? act : undefined;
}

/** How far into the current phase, and how long it is to be; without an end while nobody can know it. */
export function timeInPhase(
  spans: readonly PhaseSpan[],
  timeline: Timeline,
  at: SessionTime,
): { readonly elapsed: Seconds; readonly length: Seconds | undefined } | undefined {
  const span = spans.find((each) => within(at, each));
  if (span === undefined) return undefined;
  const open = spanAt(timeline, at)?.to === OPEN;
  return { elapsed: at - span.from, length: open ? undefined : span.to - span.from };
}

export function nextPhase(
  spans: readonly PhaseSpan[],
  timeline: Timeline,
  at: SessionTime,
): { readonly phase: string; readonly in: Seconds | undefined } | undefined {
  const nth = spans.findIndex((each) => within(at, each));
  const next = nth < 0 ? undefined : spans[nth + 1];
  if (next === undefined) return undefined;
  return { phase: next.phase, in: spanAt(timeline, at)?.to === OPEN ? undefined : next.from - at };
}

/** What is heard of a layer: its own level on its bus, under the master. */
function heardLevel(timeline: Timeline, layer: Layer, at: SessionTime): Decibels {
  return (
    levelAt(layerLevel(layer), at) + levelAt(busLevel(timeline, layer.bus), at) + levelAt(timeline.master, at)
  );
}

/** A breath, and how loud it is. */
export interface HeardBreath {
  readonly breath: ChosenBreath;
  /** Breaths a minute. */
  readonly rate: number;
  readonly moment: BreathMoment;
  readonly level: Decibels;
}

export function breathHeardAt(timeline: Timeline, at: SessionTime): HeardBreath | undefined {
  const layer = soundingAt(timeline, at).layers.findLast(({ bus }) => bus === 'breath');
  if (layer?.sound.kind !== 'breath') return undefined;
  return {
    breath: layer.sound,
    rate: rateAt(layer.sound, layer.sound.origin, at),
    moment: breathAt(layer.sound, layer.sound.origin, at),
    level: heardLevel(timeline, layer, at),
  };
}
