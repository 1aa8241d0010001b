import { Howl, Howler } from 'howler';
import type { BellId } from '#session/cues.ts';
import type { BedKind } from '#session/layers.ts';
import { later, sessionTimeOf, type Decibels } from '#session/units.ts';
import { renderChime, type Side } from './chime.ts';
import { createClock, type AudioTime } from './clock.ts';
import { createLayerPlayer, soundsOf } from './players/player.ts';
import { gainOf } from './ramp.ts';
import type { SoundBank } from './sounds/sound-bank.ts';

// Howler plays what is tried out before a session: one clip, now, stopped by the next one. That is all it can and all
// that is wanted here; in a session it has no place, for it cannot start a sound at a time, only now.

/** Something to try out. */
export type Sample =
  | { readonly kind: Side; readonly url: string; readonly level: Decibels }
  | { readonly kind: 'voice'; readonly url: string; readonly level: Decibels }
  | { readonly kind: 'bell'; readonly bell: BellId; readonly level: Decibels }
  /** A sound that somebody brought along, from its beginning; `level` makes it as loud as what is made here. */
  | { readonly kind: 'own'; readonly url: string; readonly level: Decibels }
  | { readonly kind: 'bed'; readonly beds: readonly TriedBed[]; readonly level: Decibels };

/** One of the beds of a mix. */
export interface TriedBed {
  readonly bed: BedKind;
  readonly level: Decibels;
}

export interface Audition {
  /** Resolves when the sample is over or another one took its place; rejects when it cannot be played. */
  play(sample: Sample): Promise<void>;
  stop(): void;
}

/** How long a bell or a bed is tried out, in seconds, and its fades. */
const TASTE = 9;
const TASTE_FADE = 1.5;
const AHEAD = 0.05;
/** Where in its run the bed is tried, so that a swell is on its way. */
const BED_FROM = 100;

/** Tries sounds out through the same limiter as the session. One context serves both libraries and the session. */
export function createAudition(context: AudioContext, destination: AudioNode, bank: SoundBank): Audition {
  const stage: Stage = { context, bank, gain: context.createGain(), stop: () => undefined, turn: 0 };
  stage.gain.connect(destination);
  bindHowler(context, stage.gain);
  return {
    async play(sample) {
      const mine = ++stage.turn;
      stage.stop();
      switch (sample.kind) {
        case 'own':
          return playFile(stage, sample);
        case 'bed':
          return playBeds(stage, sample.beds, sample.level);
        case 'bell':
          return playBell(stage, sample.bell, sample.level);
        case 'voice':
          return playSpoken(stage, sample);
        default:
          await playBuffer(stage, await renderChime(sample.kind), sample.level);
          if (mine === stage.turn) await playSpoken(stage, sample, sample.kind);
      }
    },
    stop() {
      stage.turn++;
      stage.stop();
    },
  };
}

interface Stage {
  readonly context: AudioContext;
  readonly bank: SoundBank;
  readonly gain: GainNode;
  /** Ends what is being tried out. */
  stop: () => void;
  /** Counts what was asked for, so that what comes in two parts knows whether it is still wanted. */
  turn: number;
}

function playSpoken(
  stage: Stage,
  { url, level }: { readonly url: string; readonly level: Decibels },
  side?: Side,
): Promise<void> {
  const howl = new Howl({ src: [url], volume: gainOf(level) });
  if (side !== undefined) howl.stereo(side === 'left' ? -1 : 1);
  return new Promise<void>((resolve, reject) => {
    stage.stop = () => {
      howl.unload();
      resolve();
    };
    howl.once('end', stage.stop);
    howl.once('loaderror', () => reject(new Error(url)));
    howl.play();
  });
}

/** Through a media element, which plays an hour without decoding it whole; Howler would, for its own context. */
function playFile(
  stage: Stage,
  { url, level }: { readonly url: string; readonly level: Decibels },
): Promise<void> {
  const { context } = stage;
  const element = new Audio(url);
  const fade = new GainNode(context, { gain: gainOf(level) });
  const source = context.createMediaElementSource(element);
  source.connect(fade).connect(stage.gain);
  return new Promise((resolve, reject) => {
    const end = () => {
      element.pause();
      source.disconnect();
      fade.disconnect();
      resolve();
    };
    stage.stop = () => {
      fade.gain.setTargetAtTime(0, context.currentTime, 0.03);
      setTimeout(end, 200);
    };
    element.onended = end;
    element.onerror = () => reject(new Error(url));
    element.play().catch(reject);
  });
}

function playBuffer(stage: Stage, buffer: AudioBuffer, level: Decibels): Promise<void> {
  const source = stage.context.createBufferSource();
  source.buffer = buffer;
  return taste(stage, source, { level, seconds: Math.min(TASTE, buffer.duration) }, (from) =>
    source.start(from),
  );
}

async function playBell(stage: Stage, bell: BellId, level: Decibels): Promise<void> {
  await stage.bank.load([bell]);
  const buffer = stage.bank.buffer(bell);
  if (buffer !== undefined) await playBuffer(stage, buffer, level);
}

async function playBeds(stage: Stage, beds: readonly TriedBed[], level: Decibels): Promise<void> {
  const { context, bank } = stage;
  await bank.load(beds.flatMap(({ bed }) => soundsOf({ kind: 'bed', bed })));
  const clock = createClock(context);
  const swell = context.createGain();
  const players = beds.map(({ bed, level: own }) => {
    const destination = new GainNode(context, { gain: gainOf(own) });
    destination.connect(swell);
    return createLayerPlayer({ context, destination, sound: { kind: 'bed', bed }, when: clock.when, bank });
  });
  await taste(stage, swell, { level, seconds: TASTE }, (from) => {
    const at = sessionTimeOf(BED_FROM);
    clock.set(at, from as AudioTime);
    for (const player of players) {
      player.start(at);
      player.commit(at, later(at, TASTE + 1));
    }
  });
  for (const player of players) player.stop(clock.position());
}

/** Lets a node be heard for a while, with soft edges; ends early when something else is asked for. */
function taste(
  stage: Stage,
  node: AudioNode,
  { level, seconds }: { readonly level: Decibels; readonly seconds: number },
  start: (from: number) => void,
): Promise<void> {
  const { context } = stage;
  const fade = context.createGain();
  node.connect(fade).connect(stage.gain);
  const from = context.currentTime + AHEAD;
  shape(fade.gain, gainOf(level), from, from + seconds);
  start(from);
  const end = context.createConstantSource();
  end.start(from);
  end.stop(from + seconds);
  return new Promise((resolve) => {
    stage.stop = () => hush(fade.gain, end, context.currentTime);
    end.onended = () => {
      node.disconnect();
      fade.disconnect();
      resolve();
    };
  });
}

/**
 * Gives Howler the app's context. Its unlocking closes a context that is not at 44.1 kHz and its suspending stops one
 * after 30 quiet seconds, so both are off before the first Howl is made.
 */
function bindHowler(context: AudioContext, gain: GainNode): void {
  Howler.autoUnlock = false;
  Howler.autoSuspend = false;
  Object.assign(Howler, {
    ctx: context,
    masterGain: gain,
    usingWebAudio: true,
    noAudio: false,
    state: context.state,
  });
}

function shape(gain: AudioParam, full: number, from: number, to: number): void {
  const fade = Math.min(TASTE_FADE, (to - from) / 3);
  gain.setValueAtTime(0, from);
  gain.linearRampToValueAtTime(full, from + Math.min(0.03, fade));
  gain.setValueAtTime(full, to - fade);
  gain.linearRampToValueAtTime(0, to);
}

function hush(gain: AudioParam, source: AudioScheduledSourceNode, now: number): void {
  gain.cancelScheduledValues(now);
  gain.setTargetAtTime(0, now, 0.03);
  source.stop(now + 0.2);
}
