import { hzAt, levelAt, type Automation } from './automation.ts';
import { breathLength, wholeBreathAt, type Breathing } from './breath.ts';
import { PHASE_RAMP } from './layering.ts';
import type { Layer, LayerSound } from './layers.ts';
import type { PhaseSpan } from './phases.ts';
import { LEAD, type BedChange, type Change } from './rehearsal-step.ts';
import type { Timeline } from './timeline.ts';
import {
  FADE_FLOOR,
  INSTANT,
  later,
  SILENCE,
  type Decibels,
  type Hertz,
  type Seconds,
  type SessionTime,
} from './units.ts';

/** A bed has come to the level of its phase by then. */
const OF_A_PHASE: Seconds = PHASE_RAMP + 2;
/** So many whole breaths are heard of one that begins. */
const BREATHS = 2;
/** Of very long ones not even that. */
const LONGEST_OF_BREATHS: Seconds = 40;
/** How it is without a breath. */
const AFTER_A_FADE: Seconds = 2.5;
/** Beats come in over twelve seconds. */
const OF_BEATS: Seconds = 14;
/** A glide takes minutes: its beginning is heard. */
const OF_A_GLIDE: Seconds = 8;
/** Less is no change: in dB and in hertz. */
const NOTHING = 0.05;

/** All that moves in what sounds for minutes: phases with their beds, breaths, beats. */
export function layerChanges(timeline: Timeline): Change[] {
  const { spans, layers, to } = timeline;
  return [
    ...spans.map((span, nth) => phaseChange(timeline, span, nth)),
    ...layers.flatMap((layer) => [...breathChanges(layer, layers, to), ...beatsChanges(layer)]),
  ];
}

function phaseChange({ layers }: Timeline, { phase, from }: PhaseSpan, nth: number): Change {
  const before = nth === 0 ? later(from, PHASE_RAMP) : from;
  const beds = layers.flatMap(({ sound, level }): BedChange[] => {
    if (sound.kind !== 'bed' && sound.kind !== 'own') return [];
    const by = moved(levelAt(level, before), levelAt(level, later(from, PHASE_RAMP)));
    return [{ sound: sound.kind === 'bed' ? sound.bed : sound.own, by }];
  });
  return {
    at: from,
    piece: { from: later(from, -LEAD), to: later(from, OF_A_PHASE) },
    what: { kind: 'phase', phase, beds },
  };
}

function moved(from: Decibels, to: Decibels): Decibels {
  return Math.abs(to - from) < NOTHING ? 0 : to - from;
}

function breathChanges(layer: Layer, layers: readonly Layer[], end: SessionTime): Change[] {
  const { sound, from, to, level } = layer;
  if (sound.kind !== 'breath') return [];
  const others = layers.filter((other) => other !== layer && other.sound.kind === 'breath');
  const last = others.findLast((other) => other.from < from && other.to > later(from, -INSTANT));
  const begins: Change = {
    at: from,
    piece: { from: later(from, -LEAD), to: later(from, Math.min(LONGEST_OF_BREATHS, breathsLong(sound))) },
    what: { kind: 'breath-begins', breath: sound, before: alike(last?.sound, sound) },
  };
  const goesOn = to >= end || others.some((other) => other.from > from && other.from < later(to, INSTANT));
  if (goesOn) return [begins];
  const falls = level.findLast((point) => point.level > FADE_FLOOR)?.at ?? to;
  const piece = { from: later(falls, -LEAD), to: later(to, AFTER_A_FADE) };
  return [begins, { at: falls, piece, what: { kind: 'breath-ends' } }];
}

function alike(last: LayerSound | undefined, sound: Breathing): 'none' | 'same' | 'other' {
  if (last?.kind !== 'breath') return 'none';
  const shape = ({ pattern, topUp = 0 }: Breathing) => [...pattern, topUp].join();
  return shape(last) === shape(sound) ? 'same' : 'other';
}

/** From the first breath in, however long a person's own pace makes each. */
function breathsLong(breath: Breathing): Seconds {
  let since: Seconds = 0;
  for (let nth = 0; nth < BREATHS; nth++) {
    const { began, stretch } = wholeBreathAt(breath, since + INSTANT);
    since = began + stretch * breathLength(breath);
  }
  return since;
}

function beatsChanges({ sound, level }: Layer): Change[] {
  if (sound.kind !== 'beats') return [];
  const glides = sound.glide.flatMap(({ at, hz }, nth): Change[] => {
    const next = sound.glide[nth + 1];
    if (next === undefined || Math.abs(next.hz - hz) < NOTHING) return [];
    const what = { kind: 'beats-glide', from: hz, to: next.hz, over: next.at - at } as const;
    return [{ at, piece: { from: later(at, -LEAD), to: later(at, OF_A_GLIDE) }, what }];
  });
  return [...glides, ...comingAndGoing(level, (at) => hzAt(sound.glide, at))];
}

/** Where beats rise out of silence, and where they go back to it: between phases that have none, too. */
function comingAndGoing(level: Automation, hz: (at: SessionTime) => Hertz): Change[] {
  return level.flatMap((point, nth): Change[] => {
    const next = level[nth + 1];
    if (next === undefined) return [];
    const { at } = point;
    const piece = { from: later(at, -LEAD), to: later(at, OF_BEATS) };
    if (point.level <= SILENCE && next.level > SILENCE)
      return [{ at, piece, what: { kind: 'beats-begin', hz: hz(at) } }];
    if (point.level > FADE_FLOOR && next.level <= FADE_FLOOR)
      return [{ at, piece, what: { kind: 'beats-end' } }];
    return [];
  });
}
