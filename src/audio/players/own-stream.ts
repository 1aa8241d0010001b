import { later, START, type Seconds, type SessionTime } from '#session/units.ts';
import { takeDeck, type Deck } from '../own/deck.ts';
import type { OwnBed } from '../own/own-bed.ts';
import { lapAt, lapFrom, offBy, placeBefore, type LapPlace } from '../own/own-laps.ts';
import { crossingOf } from '../own/own-loop.ts';
import { gainOf } from '../ramp.ts';
import type { LayerPlayer, PlayerParts } from './contract.ts';

// An hour of music is played by a media element, which decodes as it goes: 1.4 GB would be needed to hold it decoded.
// The elements are this app's own, not Howler's: Howler takes them from a pool of its own and says that a sound is over by
// a timer, and what is needed here is to bind each to the graph once, to know it, and to open and close it on the audio
// clock.
//
// No timer decides what is heard. Two decks take the laps by turns; each element repeats by itself. The deck of the next lap
// is set going minutes before, unheard, in such a place of the sound that it comes round to the beginning by itself when its
// lap begins; the crossing is written to the audio thread at the same time. The tick only prepares, looks after what plays,
// and lets rest what is no longer heard.

/** The deck of the next lap is set going so long before. */
const PREPARED: Seconds = 120;
/** It is not touched any more from here on. */
const SETTLED: Seconds = 6;
/** Unheard, a deck is put right when it is off by this; one that is heard, by that. */
const OFF_UNHEARD: Seconds = 0.04;
const OFF_HEARD: Seconds = 1;
/** What was asked to play gets so long to do it before it is asked again; */
const ASKED_AGAIN: Seconds = 0.9;
/** and after so long without sound it is told. */
const PATIENCE: Seconds = 4;
/** A quarter of a circle: equal power where the two laps have nothing in common. */
const CURVE_POINTS = 65;
const RISE = Float32Array.from({ length: CURVE_POINTS }, (_, nth) =>
  Math.sin((Math.PI / 2) * (nth / (CURVE_POINTS - 1))),
);
const FALL = RISE.slice().reverse();

type Stream = OwnBed & { readonly kind: 'stream' };

/** The state of one streamed sound. */
interface Streaming {
  readonly stream: Stream;
  readonly decks: readonly [Deck, Deck];
  readonly parts: PlayerParts;
  /** The lap that is heard, and the one that has been prepared to follow. */
  lap: number;
  prepared: number | undefined;
  /** From here on the deck of the lap before is not heard. */
  quietFrom: SessionTime;
  /** What a seek takes until it sounds; learnt from the last one. */
  lag: Seconds;
  lost: Lost | undefined;
}

/** The deck that should be heard is not, or is elsewhere. */
interface Lost {
  readonly since: SessionTime;
  askedAt: SessionTime;
  told: boolean;
}

export function createOwnStreamPlayer(parts: PlayerParts, stream: Stream): LayerPlayer {
  const { context } = parts;
  if (!(context instanceof AudioContext)) throw new Error('only a device can play a stream');
  const trim = new GainNode(context, { gain: gainOf(stream.gain) });
  trim.connect(parts.destination);
  const decks = [takeDeck(context, stream.url), takeDeck(context, stream.url)] as const;
  for (const deck of decks) deck.connect(trim);
  const begun = { lap: 0, prepared: undefined, quietFrom: START, lag: 0, lost: undefined };
  const state: Streaming = { stream, decks, parts, ...begun };
  return {
    start: (at) => start(state, later(at, context.currentTime - parts.when(at))),
    commit() {}, // its levels are written with each crossing
    update() {}, // a sound that is what it is
    tend: (now) => tend(state, now),
    stop() {
      for (const deck of decks) deck.release();
      trim.disconnect();
    },
  };
}

function deckOf({ decks }: Streaming, lap: number): Deck {
  return lap % 2 === 0 ? decks[0] : decks[1];
}

/** Both are played within a moment of the tap: Safari lets an element sound later only if a tap has played it once. */
function start(state: Streaming, now: SessionTime): void {
  const { nth, position } = lapAt(state.stream.seconds, now);
  state.lap = nth;
  const [heard, next] = [deckOf(state, nth), deckOf(state, nth + 1)];
  heard.fader.setValueAtTime(1, state.parts.context.currentTime);
  heard.run(position);
  next.run(placeBefore(state.stream.seconds, lapFrom(state.stream.seconds, nth + 1) - now));
}

function tend(state: Streaming, now: SessionTime): void {
  const { nth, position } = lapAt(state.stream.seconds, now);
  if (nth !== state.lap) {
    if (now < state.quietFrom) return; // two crossings at once would be a jump
    enterLap(state, { nth, position }, now);
  }
  lookAfter(state, position, now);
  prepareNext(state, now);
}

/**
 * The crossing has been written and happens by itself. Where the page stood still for so long that it was not, or that laps
 * have gone by, the lap comes in now, at its place; on the deck that is heard already it needs no crossing.
 */
function enterLap(state: Streaming, { nth, position }: LapPlace, now: SessionTime): void {
  const heard = state.prepared ?? state.lap;
  const crossed = crossingOf(state.stream.seconds) + 0.5;
  state.lap = nth;
  state.prepared = undefined;
  state.quietFrom = later(lapFrom(state.stream.seconds, nth), crossed);
  if (heard === nth) return;
  const deck = deckOf(state, nth);
  if (!isAt(state, deck, position)) deck.run(position);
  if (deck === deckOf(state, heard)) return;
  cross(state, nth, later(now, 0.1));
  state.quietFrom = later(now, crossed);
}

function isAt({ stream }: Streaming, deck: Deck, wanted: Seconds): boolean {
  const place = deck.position();
  return place !== undefined && Math.abs(offBy(deck.duration() ?? stream.seconds, place, wanted)) < OFF_HEARD;
}

/** What should be heard and is not, or is elsewhere, is set going again; when that does not help, somebody is told. */
function lookAfter(state: Streaming, wanted: Seconds, now: SessionTime): void {
  const deck = deckOf(state, state.lap);
  if (isAt(state, deck, wanted)) {
    state.lost = undefined;
    return;
  }
  const lost = (state.lost ??= { since: now, askedAt: now, told: false });
  if (!lost.told && now - lost.since > PATIENCE) {
    lost.told = true;
    state.parts.onStopped?.();
  }
  if (now - lost.askedAt < ASKED_AGAIN) return;
  lost.askedAt = now;
  deck.run(wanted);
}

function prepareNext(state: Streaming, now: SessionTime): void {
  const { seconds } = state.stream;
  const next = state.lap + 1;
  const from = lapFrom(seconds, next);
  const ahead = from - now;
  const deck = deckOf(state, next);
  if (now < state.quietFrom) return; // the deck still fades from the lap before
  if (ahead > PREPARED) return deck.rest();
  if (state.prepared !== next) cross(state, next, from);
  state.prepared = next;
  if (ahead > SETTLED || deck.position() === undefined) putRight(state, deck, ahead);
}

/** Where the deck has to be now, to come round to its beginning when its lap begins. */
function putRight(state: Streaming, deck: Deck, ahead: Seconds): void {
  const duration = deck.duration() ?? state.stream.seconds;
  const wanted = placeBefore(duration, ahead);
  const place = deck.position();
  if (place === undefined) return deck.run(wanted);
  const off = offBy(duration, place, wanted);
  if (Math.abs(off) < OFF_UNHEARD) return;
  if (Math.abs(off) < OFF_HEARD) state.lag -= off;
  deck.run(placeBefore(duration, ahead - state.lag));
}

/** Writes the crossing from the lap before to `lap`: both fades, whole, on the audio clock. */
function cross(state: Streaming, lap: number, at: SessionTime): void {
  const when = Math.max(state.parts.when(at), state.parts.context.currentTime + 0.02);
  const crossing = crossingOf(state.stream.seconds);
  const write = ({ fader }: Deck, curve: Float32Array<ArrayBuffer>) => {
    fader.cancelScheduledValues(when);
    fader.setValueCurveAtTime(curve, when, crossing);
  };
  write(deckOf(state, lap - 1), FALL);
  write(deckOf(state, lap), RISE);
}
