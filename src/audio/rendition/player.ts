import { END_FADE } from '#session/splicing.ts';
import type { Timeline } from '#session/timeline.ts';
import { earliest, later, sessionTimeOf, START, type Seconds, type SessionTime } from '#session/units.ts';
import type { Engine, EngineHandlers } from '../engine.ts';
import { createFader, type Fader } from './fader.ts';
import { cuesHeard, playedBy } from './heard.ts';
import type { Rendition } from './rendition.ts';

/** What a session needs of whatever plays it. */
export type Player = Pick<Engine, 'begin' | 'load' | 'position' | 'latency' | 'pause' | 'close'> & {
  /** Where its sound is looked after. */
  readonly revive?: Engine['revive'];
  /** It goes on without a line of code, and nothing about it can be changed but where it is and whether it plays. */
  readonly byItself?: boolean;
};

/** Plays one rendition, by one media element. */
export interface RenditionPlayer extends Player {
  /** Begins to play, if the browser lets it: after a tap it does. What is rendered begins in silence. */
  start(): Promise<boolean>;
}

export interface RenditionHandlers extends Pick<EngineHandlers, 'onOnset' | 'onTick'> {
  /** Paused or set going from outside: on the lock screen, by a call, by headphones that were pulled out. */
  readonly onPaused: () => void;
  readonly onPlays: () => void;
  /** Set elsewhere from outside: from where it was heard last, to where it is. */
  readonly onMoved: (from: SessionTime, to: SessionTime) => void;
}

const PAUSE_FADE: Seconds = 0.8;
const COME_UP: Seconds = 0.4;
/** The element's own word of where it is may lag behind by this. */
const NEAR: Seconds = 0.25;
const TURN_MS = 1000;
/** An element that has not moved for so many turns does not play, whatever it says. */
const STILL_TURNS = 3;
/** Past its end by this it is known to be over. */
const PAST: Seconds = 0.01;

interface Playing {
  readonly element: HTMLAudioElement;
  readonly fader: Fader;
  readonly url: string;
  readonly handlers: RenditionHandlers;
  readonly told: Set<string>;
  timeline: Timeline;
  /** What it was last asked to do here; anything else is done from outside. */
  wanted: 'playing' | 'paused';
  heard: SessionTime;
  /** Where it is being set from here. */
  moving: boolean;
  /** Where it was when it was set elsewhere from outside. */
  movedFrom: SessionTime | undefined;
  over: boolean;
  /** When it was last looked at, where it was, and for how many times it had not moved. */
  turn: { readonly ms: number; readonly at: SessionTime; readonly still: number };
  watch: ReturnType<typeof setInterval> | undefined;
}

export function createRenditionPlayer(
  { file, timeline }: Rendition,
  handlers: RenditionHandlers,
): RenditionPlayer {
  const playing = ready(file, timeline, handlers);
  const { element, fader } = playing;
  listen(playing);
  return {
    byItself: true,
    start: () => play(playing),
    async begin(_timeline, _guide, at) {
      const comesUp = element.paused && !document.hidden;
      move(playing, at());
      if (comesUp) element.volume = 0;
      const plays = await play(playing);
      void fader.glide(1, comesUp ? COME_UP : 0);
      return plays ? { ok: true, value: undefined } : { ok: false, problem: { kind: 'no-audio' } };
    },
    load: (changed) => load(playing, changed),
    position: () => positionOf(playing),
    latency: () => 0,
    async pause() {
      playing.wanted = 'paused';
      if (!element.paused) await fader.glide(0, PAUSE_FADE);
      if (playing.wanted !== 'paused') return; // it was set going again meanwhile
      element.pause();
      element.volume = 1; // a lock screen may let it go on where no code runs
    },
    close: () => close(playing),
  };
}

function ready(file: Blob, timeline: Timeline, handlers: RenditionHandlers): Playing {
  const url = URL.createObjectURL(file);
  const element = new Audio();
  element.preload = 'auto';
  element.src = url;
  return {
    ...{ element, url, handlers, timeline, fader: createFader(element), told: new Set<string>() },
    ...{ wanted: 'paused', heard: START, moving: false, movedFrom: undefined, over: false },
    ...{ turn: { ms: 0, at: START, still: 0 }, watch: undefined },
  };
}

function positionOf({ element, timeline, over }: Playing): SessionTime {
  if (over) return later(timeline.to, PAST);
  return earliest(timeline.to, sessionTimeOf(element.currentTime));
}

async function play(playing: Playing): Promise<boolean> {
  const { element } = playing;
  if (element.error !== null) element.load(); // what it had is gone; it opens the file anew
  playing.wanted = 'playing';
  playing.watch ??= setInterval(() => turn(playing), TURN_MS);
  const plays = await element.play().then(
    () => true,
    () => false,
  );
  if (!plays) playing.wanted = 'paused';
  return plays;
}

function move(playing: Playing, at: SessionTime): void {
  const { element } = playing;
  if (Math.abs(element.currentTime - at) < NEAR && element.error === null) return;
  playing.moving = true;
  playing.heard = at;
  playing.turn = { ms: playing.turn.ms, at, still: 0 };
  element.currentTime = at;
}

/** The only change it can follow is an end: by hand, or by the practice's own, which has faded by then. */
function load(playing: Playing, timeline: Timeline): void {
  const before = playing.timeline;
  playing.timeline = timeline;
  if (timeline.state.endedAt === undefined || timeline.to >= before.to) return;
  playing.wanted = 'paused';
  void playing.fader.glide(0, END_FADE).then(() => end(playing));
}

/** Each is told by the element, also where no timer runs. */
function listen(playing: Playing): void {
  const { element, handlers } = playing;
  element.addEventListener('timeupdate', () => turn(playing));
  element.addEventListener('ended', () => end(playing));
  element.addEventListener('error', () => playing.wanted === 'playing' && handlers.onTick(false));
  element.addEventListener('pause', () => {
    if (playing.wanted === 'paused' || element.ended) return;
    playing.wanted = 'paused';
    handlers.onPaused();
  });
  element.addEventListener('play', () => {
    if (playing.wanted === 'playing' || playing.over) return;
    playing.wanted = 'playing';
    handlers.onPlays();
  });
  element.addEventListener('seeking', () => {
    if (!playing.moving) playing.movedFrom ??= playing.heard; // by "seeked" it has been heard elsewhere
  });
  element.addEventListener('seeked', () => {
    const from = playing.movedFrom;
    playing.moving = false;
    playing.movedFrom = undefined;
    playing.heard = positionOf(playing);
    if (from !== undefined && Math.abs(playing.heard - from) > NEAR) handlers.onMoved(from, playing.heard);
  });
}

/** About once a second while it plays: by its own word where timers are held back, by a timer where it says nothing. */
function turn(playing: Playing): void {
  const { element, handlers, wanted, over } = playing;
  if (wanted !== 'playing' || over || playing.moving || element.seeking) return;
  playing.heard = positionOf(playing);
  const nowMs = performance.now();
  if (nowMs - playing.turn.ms < 0.9 * TURN_MS) return;
  const still = playing.heard > playing.turn.at ? 0 : playing.turn.still + 1;
  playing.turn = { ms: nowMs, at: playing.heard, still };
  tell(playing);
  handlers.onTick(still < STILL_TURNS);
}

function tell(playing: Playing): void {
  const { element, handlers, timeline, told } = playing;
  for (const cue of cuesHeard(timeline.cues, playedBy(element.played, timeline.to))) {
    if (told.has(cue.id)) continue;
    told.add(cue.id);
    handlers.onOnset({ cue, from: cue.at });
  }
}

/** Over, by itself or by hand: what is left to be told is told. */
function end(playing: Playing): void {
  if (playing.over) return;
  tell(playing);
  playing.over = true;
  playing.wanted = 'paused';
  playing.handlers.onTick(true);
}

function close(playing: Playing): Promise<void> {
  const { element, url } = playing;
  playing.over = true;
  playing.wanted = 'paused';
  clearInterval(playing.watch);
  element.pause();
  element.removeAttribute('src');
  element.load();
  URL.revokeObjectURL(url);
  return Promise.resolve();
}
