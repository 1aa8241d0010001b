import { cuesBetween, type Timeline } from '#session/timeline.ts';
import { BUSES, type Bus, type Layer } from '#session/layers.ts';
import type { Cue } from '#session/cues.ts';
import { later, type Seconds, type SessionTime } from '#session/units.ts';
import type { ClipLoader } from './clip-loader.ts';
import type { Clock } from './clock.ts';
import { CHANGE_LEAD } from './leads.ts';
import { createMixer } from './mixer.ts';
import { createLayerPlayer, soundsOf } from './players/player.ts';
import { createRack } from './rack.ts';
import { createScheduler, HORIZON, type CueFault } from './scheduler.ts';
import type { SoundBank } from './sounds/sound-bank.ts';
import { strikeOf, type SoundId } from './sounds/sound-ids.ts';

/** A timeline being played into a context, live or offline: the same code, so that what is rendered is what is heard. */
export interface Performance {
  /** Takes the timeline up at a position; the clock has to be set. */
  begin(timeline: Timeline, at: SessionTime): void;
  /** Takes up a new value of the timeline without touching what sounds. */
  load(timeline: Timeline): void;
  /** Keeps cues and modulation ahead of the ear. */
  topUp(): void;
  /** Cues committed and not begun. */
  pending(): number;
  /** Falls silent within STOP_FADE, then lets go of everything. */
  close(): void;
}

export interface PerformanceParts {
  readonly context: BaseAudioContext;
  readonly clock: Clock;
  readonly destination: AudioNode;
  readonly bank: SoundBank;
  readonly clips: ClipLoader;
  readonly enters: (cue: Cue) => boolean;
  readonly onFault: (fault: CueFault) => void;
  readonly only?: readonly Bus[];
  readonly handedAhead?: Seconds;
}

export function createPerformance(parts: PerformanceParts): Performance {
  const { context, clock, bank, clips, only = BUSES } = parts;
  const isHeard = ({ bus }: Cue | Layer) => only.includes(bus);
  const mixer = createMixer(context, clock, parts.destination, only);
  const scheduler = createScheduler({
    context,
    clock,
    destination: mixer.input,
    bufferOf: (cue) => (cue.bus === 'voice' ? clips.buffer(cue.clip) : bank.buffer(strikeOf(cue))),
    enters: parts.enters,
    onFault: parts.onFault,
  });
  const rack = createRack({
    context,
    clock,
    destination: mixer.input,
    isReady: ({ sound }) => soundsOf(sound).every((id) => bank.buffer(id) !== undefined),
    createPlayer: ({ sound }, destination) =>
      createLayerPlayer({ context, destination, sound, when: clock.when, bank }),
    ...(parts.handedAhead === undefined ? {} : { handedAhead: parts.handedAhead }),
  });
  let playing: Timeline | undefined;

  function commit(): void {
    if (playing === undefined) return;
    scheduler.topUp(); // a cue may be due at once; the rack has minutes
    rack.topUp();
  }

  /** What is there is handed over now; what is not made or decoded yet, as soon as it is. */
  function topUp(): void {
    if (playing === undefined) return;
    commit();
    const now = clock.position();
    for (const sounds of [loopsFrom(playing, now), strikesFrom(playing, now)])
      bank.load(sounds).then(commit, () => undefined); // what could not be made is asked for again at the next turn
    void clips.prepare(linesAhead(playing, now)).then(commit);
  }

  return {
    begin(timeline, at) {
      playing = timeline;
      mixer.load(timeline, clock.when(at));
      rack.begin(timeline.layers.filter(isHeard), at);
      scheduler.begin(timeline.cues.filter(isHeard), at);
      topUp();
    },
    load(timeline) {
      playing = timeline;
      const from = clock.soon(CHANGE_LEAD);
      mixer.load(timeline, from);
      rack.load(timeline.layers.filter(isHeard), from);
      scheduler.load(timeline.cues.filter(isHeard));
      topUp();
    },
    topUp,
    pending: scheduler.pending,
    close() {
      playing = undefined;
      mixer.close(() => {
        scheduler.close();
        rack.close();
      });
    },
  };
}

/** The lines spoken within the horizon: the only ones that are kept decoded. */
function linesAhead(timeline: Timeline, at: SessionTime): string[] {
  const near = cuesBetween(timeline, later(at, -30), later(at, HORIZON));
  return [...new Set(near.filter((cue) => cue.bus === 'voice').map((cue) => cue.clip))];
}

/** The loops that layers need from a position on: without them there is no sound to begin with. */
export function loopsFrom(timeline: Timeline, at: SessionTime): SoundId[] {
  const layers = timeline.layers.filter((layer) => layer.to > at);
  return [...new Set<SoundId>(layers.flatMap((layer) => soundsOf(layer.sound)))];
}

/** The bells that may be struck from a position on, or still ring there. */
export function strikesFrom(timeline: Timeline, at: SessionTime): SoundId[] {
  const bells = timeline.cues.filter((cue) => cue.bus === 'bell' && later(cue.at, cue.duration) > at);
  return [...new Set<SoundId>(bells.flatMap((cue) => (cue.bus === 'bell' ? [strikeOf(cue)] : [])))];
}
