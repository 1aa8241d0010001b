import { levelAt, sum, type Automation } from './automation.ts';
import { duckingFor } from './compose.ts';
import type { VoiceCue } from './cues.ts';
import type { Bus } from './layers.ts';
import type { Step } from './rehearsal-step.ts';
import type { Timeline } from './timeline.ts';
import {
  FADE_FLOOR,
  later,
  SILENCE,
  START,
  within,
  type Decibels,
  type Seconds,
  type SessionTime,
} from './units.ts';

/** How a piece comes in, and how it goes; the next one comes in meanwhile. */
const COMES_IN: Seconds = 1;
export const GOES: Seconds = 1.2;
/** The inaudible part of a rise or a fall: no step, for a step could click. */
const STEP: Seconds = 0.05;

/**
 * The session as it sounds where a step is, with that step's own cue and no other, from silence into silence [RH3]. By its
 * end it is quiet without anybody's doing.
 */
export function pieceOf({ piece, cues, measured }: Step, timeline: Timeline): Timeline {
  const whole = measured ?? timeline;
  const own = whole.cues.filter(({ id }) => cues.includes(id));
  return {
    ...whole,
    cues: own,
    ducking: duckingFor(whole.state.mix, own),
    master: sum(whole.master, comingIn(piece.from), goingOut(piece.to, whole.to)),
    to: piece.to,
  };
}

/** A session begins out of silence by itself. */
function comingIn(from: SessionTime): Automation {
  if (from === START) return [{ at: from, level: 0 }];
  return [
    { at: from, level: SILENCE },
    { at: later(from, STEP), level: FADE_FLOOR },
    { at: later(from, COMES_IN), level: 0 },
  ];
}

/** So it ends. */
function goingOut(to: SessionTime, end: SessionTime): Automation {
  if (to === end) return [{ at: to, level: 0 }];
  return [
    { at: later(to, -GOES), level: 0 },
    { at: later(to, -STEP), level: FADE_FLOOR },
    { at: to, level: SILENCE },
  ];
}

/** What of a session steps back under a line, and by how much. */
export function steppingBack(
  { layers, state }: Timeline,
  cue: VoiceCue,
): readonly { readonly bus: Bus; readonly by: Decibels }[] {
  const ducking = duckingFor(state.mix, [cue]);
  const there = new Set(layers.filter((layer) => within(cue.at, layer)).map(({ bus }) => bus));
  return [...there].flatMap((bus) => {
    const by = levelAt(ducking[bus], cue.at);
    return by === 0 ? [] : [{ bus, by }];
  });
}
