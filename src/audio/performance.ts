import { cuesBetween, type Timeline } from '#session/timeline.ts';
import { BUSES, isOwn, type Bus, type Layer, type OwnId } from '#session/layers.ts';
import { endOfCue, isBell, isUnspoken, type BellCue, type Cue } from '#session/cues.ts';
import { later, latest, START, type Seconds, type SessionTime } from '#session/units.ts';
import type { ClipLoader } from './clip-loader.ts';
import type { Clock } from './clock.ts';
import { CHANGE_LEAD } from './leads.ts';
import { createMixer, STOP_FADE, type Mixer } from './mixer.ts';
import { NO_OWN_SOUNDS, type OwnHold } from './own/own-bank.ts';
import { createLayerPlayer, soundsOf } from './players/player.ts';
import { createRack, type Rack } from './rack.ts';
import { createScheduler, HORIZON, type CueFault, type Onset, type Scheduler } from './scheduler.ts';
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
  /** Falls silent within `fade` seconds (STOP_FADE unless asked for), then lets go of everything. */
  close(fade?: Seconds): void;
}

export interface PerformanceParts {
  readonly context: BaseAudioContext;
  readonly clock: Clock;
  readonly destination: AudioNode;
  readonly bank: SoundBank;
  readonly clips: ClipLoader;
  /** The sounds people brought along, let go of once it is closed; there are none unless it is given. */
  readonly own?: OwnHold;
  readonly enters: (cue: Cue) => boolean;
  readonly onFault: (fault: CueFault) => void;
  readonly onOnset?: (onset: Onset) => void;
  readonly only?: readonly Bus[];
  readonly handedAhead?: Seconds;
}

export function createPerformance(parts: PerformanceParts): Performance {
  const { clock, only = BUSES, own = NO_OWN_SOUNDS } = parts;
  const mixer = createMixer(parts.context, clock, parts.destination, only);
  const scheduler = createSchedulerOf(parts, mixer);
  const rack = createRackOf(parts, mixer);
  const fetching = createFetching(parts, () => playing !== undefined);
  let playing: Timeline | undefined;
  function commit(): void {
    if (playing === undefined) return;
    scheduler.topUp(); // a cue may be due at once; the rack has minutes
    rack.topUp();
  }
  function topUp(): void {
    commit();
    if (playing !== undefined) fetching(playing, commit);
  }

  return {
    begin(timeline, at) {
      playing = timeline;
      mixer.load(timeline, clock.when(at));
      rack.begin(heard(timeline.layers, only), at);
      scheduler.begin(heard(timeline.cues.filter(isHeard), only), at);
      fetching(timeline, commit);
    },
    load(timeline) {
      const from = clock.soon(CHANGE_LEAD);
      mixer.load((playing = timeline), from);
      rack.load(heard(timeline.layers, only), from);
      scheduler.load(heard(timeline.cues.filter(isHeard), only));
      topUp();
    },
    topUp,
    close(fade = STOP_FADE) {
      playing = undefined;
      scheduler.tell(); // what begins in the fade is not heard
      mixer.close(fade, () => [scheduler, rack, own].forEach((each) => each.close()));
    },
  };
}

function heard<Thing extends Cue | Layer>(things: readonly Thing[], only: readonly Bus[]): readonly Thing[] {
  return things.filter(({ bus }) => only.includes(bus));
}

function isHeard(cue: Cue): boolean {
  return !isUnspoken(cue);
}

type Fetching = (timeline: Timeline, then: () => void) => void;

/** What is there has been handed over; what is not made or decoded yet follows as soon as it is. */
function createFetching(
  { bank, clips, clock, onFault, own = NO_OWN_SOUNDS }: PerformanceParts,
  isOn: () => boolean,
): Fetching {
  const told = new Set<OwnId>();
  return (timeline, then) => {
    const now = clock.position();
    for (const sounds of [loopsFrom(timeline, now), strikesFrom(timeline, now)])
      bank.load(sounds).then(then, () => undefined); // what could not be made is asked for again at the next turn
    void clips.prepare(linesAhead(timeline, now)).then(then);
    void own.load(ownBedsFrom(timeline, now), ownBellsFrom(timeline, now)).then((missing) => {
      if (!isOn()) return;
      for (const { id, title } of ownBedsOf(timeline, missing).filter((each) => !told.has(each.id))) {
        told.add(id);
        onFault({ cue: title, reason: 'missing', at: placeOf(clock) }); // a bell is told at each strike
      }
      then();
    });
  };
}

/** The clock stands before the beginning for as long as what is written needs to be heard. */
function placeOf(clock: Clock): SessionTime {
  return latest(START, clock.position());
}

/** What the beds among them are called. */
function ownBedsOf({ layers }: Timeline, ids: readonly OwnId[]): { id: OwnId; title: string }[] {
  return layers.flatMap(({ sound }) =>
    sound.kind === 'own' && ids.includes(sound.own) ? [{ id: sound.own, title: sound.title }] : [],
  );
}

function createSchedulerOf(parts: PerformanceParts, mixer: Mixer): Scheduler {
  const { bank, clips, own = NO_OWN_SOUNDS } = parts;
  return createScheduler({
    ...parts,
    destination: (bus) => mixer.input(bus),
    bufferOf: (cue) => {
      if (cue.bus === 'voice') return clips.buffer(cue.clip);
      const { clip, soft } = cue;
      return isOwn(clip) ? own.bell(clip) : bank.buffer(strikeOf({ clip, soft }));
    },
  });
}

function createRackOf(parts: PerformanceParts, mixer: Mixer): Rack {
  const { context, clock, bank, own = NO_OWN_SOUNDS, onFault } = parts;
  return createRack({
    ...parts,
    destination: (bus) => mixer.input(bus),
    isReady: ({ sound }) =>
      sound.kind === 'own'
        ? own.bed(sound.own) !== undefined
        : soundsOf(sound).every((id) => bank.buffer(id) !== undefined),
    createPlayer: ({ id, sound }, destination) => {
      const cue = sound.kind === 'own' ? sound.title : id;
      const onStopped = () => onFault({ cue, reason: 'stopped', at: placeOf(clock) });
      return createLayerPlayer({ context, destination, sound, when: clock.when, bank, own, onStopped });
    },
  });
}

/** The lines spoken within the horizon: the only ones that are kept decoded. */
function linesAhead(timeline: Timeline, at: SessionTime): string[] {
  const near = cuesBetween(timeline, later(at, -30), later(at, HORIZON));
  return [...new Set(near.filter((cue) => cue.bus === 'voice' && isHeard(cue)).map((cue) => cue.clip))];
}

/** The loops that layers need from a position on: without them there is no sound to begin with. */
export function loopsFrom(timeline: Timeline, at: SessionTime): SoundId[] {
  const layers = timeline.layers.filter((layer) => layer.to > at);
  return [...new Set<SoundId>(layers.flatMap((layer) => soundsOf(layer.sound)))];
}

/** The own sounds that are beds from a position on. */
export function ownBedsFrom(timeline: Timeline, at: SessionTime): OwnId[] {
  const layers = timeline.layers.filter((layer) => layer.to > at);
  return layers.flatMap(({ sound }) => (sound.kind === 'own' ? [sound.own] : []));
}

/** The bells that may be struck from a position on, or still ring there. */
export function strikesFrom(timeline: Timeline, at: SessionTime): SoundId[] {
  const bells = bellsFrom(timeline, at);
  return [
    ...new Set<SoundId>(bells.flatMap(({ clip, soft }) => (isOwn(clip) ? [] : [strikeOf({ clip, soft })]))),
  ];
}

/** The own sounds among them. */
export function ownBellsFrom(timeline: Timeline, at: SessionTime): OwnId[] {
  return [...new Set(bellsFrom(timeline, at).flatMap(({ clip }) => (isOwn(clip) ? [clip] : [])))];
}

function bellsFrom({ cues }: Timeline, at: SessionTime): BellCue[] {
  return cues.filter(isBell).filter((cue) => endOfCue(cue) > at);
}
