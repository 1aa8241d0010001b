import type { OwnId } from '#session/layers.ts';
import type { Timeline } from '#session/timeline.ts';
import { latest, START, type Result, type Seconds, type SessionTime } from '#session/units.ts';
import type { Audition } from './audition.ts';
import type { CheckSounds } from './check-sounds.ts';
import { createClipStore, type ClipLoader, type ClipSource } from './clip-loader.ts';
import { createClock, type Clock } from './clock.ts';
import { createWatchdog, type OpenContext } from './context.ts';
import { decode } from './decoding.ts';
import { createDevice, resumed, type Device } from './device.ts';
import { STOP_FADE } from './mixer.ts';
import { createOwnBank, type FindOwn, type OwnHold } from './own/own-bank.ts';
import { opensInElement } from './own/probing.ts';
import {
  createPerformance,
  loopsFrom,
  ownBedsFrom,
  ownBellsFrom,
  strikesFrom,
  type Performance,
} from './performance.ts';
import type { CueFault, Onset } from './scheduler.ts';
import { createSoundBank, type SoundBank } from './sounds/sound-bank.ts';
import { createSoundWorker } from './sounds/sound-worker.ts';
import { SAMPLE_RATE } from './sample-rate.ts';
import { startTicker, type Ticker } from './ticker.ts';

/** What stood in the way of sound. */
export interface NoAudio {
  readonly kind: 'no-audio';
}
/** What is not there to be played. */
export type EngineProblem =
  | { readonly kind: 'sounds-missing'; readonly lines: readonly string[] }
  /** Sounds that were brought along and are not here any more, by their ids. */
  | { readonly kind: 'own-missing'; readonly own: readonly OwnId[] };

/** Plays one session at a time on the device. */
export interface Engine {
  /** Lets the device wake up; in a tap, ahead of the one that wants sound. Rejects where there is none. */
  wake(): Promise<void>;
  /** Has every sound of a timeline made or fetched, and these lines of a guide, so that nothing is waited for later. */
  prepare(
    timeline: Timeline,
    guide: ClipSource,
    lines: readonly string[],
  ): Promise<Result<undefined, EngineProblem>>;
  /** Sounds from the position that `at` says when everything is there; the guide says the lines. */
  begin(timeline: Timeline, guide: ClipSource, at: () => SessionTime): Promise<Result<undefined, NoAudio>>;
  load(timeline: Timeline): void;
  position(): SessionTime;
  /** From the audio clock to the ear, where the device tells it. */
  latency(): Seconds;
  /** For trying sounds out before a session. */
  audition(): Promise<Audition>;
  /** For the sound check: tones in one ear, ticks to tap along with. */
  check(): Promise<CheckSounds>;
  /** Fades within two seconds and lets the device rest; what is begun next goes on from wherever it says. */
  pause(): Promise<void>;
  /** Stops at once (the timeline has faded by then) and gives the device back. */
  close(): Promise<void>;
}

/** What the engine tells while it plays. */
export interface EngineHandlers {
  readonly onFault: (fault: CueFault) => void;
  /** A line or a bell has begun to sound: told within a second of its beginning. */
  readonly onOnset: (onset: Onset) => void;
  /** Once a second while playing; `moving` is false when the sound stands still. */
  readonly onTick: (moving: boolean) => void;
}

interface Playing {
  readonly open: OpenContext;
  readonly clock: Clock;
  readonly performance: Performance;
  readonly own: OwnHold;
  readonly ticker: Ticker;
}

/**
 * From writing to session time 0. Shorter than the writing takes (30 ms here, more on a tablet): what is written late is
 * the inaudible beginning of a rise from silence, and a tap that is answered late is a worse start than that.
 */
const BEGIN_LEAD: Seconds = 0.01;

/** A pause is no alarm: the sound goes softly, yet soon enough to answer the tap. */
const PAUSE_FADE: Seconds = 1.5;

/** What is on, and how often something was begun or closed: one that was overtaken while it waited lets the other have its way. */
interface Stage {
  readonly device: Device;
  playing: Playing | undefined;
  turn: number;
  /** The own sounds that stay ready until something begins: those of what was prepared, or was paused. */
  readonly kept: OwnHold;
}

/** `findOwn` gets the sounds people brought along; without it there are none. */
export function createEngine(handlers: EngineHandlers & { readonly findOwn?: FindOwn }): Engine {
  const bank = createSoundBank(SAMPLE_RATE, createSoundWorker());
  const { findOwn: find = () => Promise.resolve(undefined) } = handlers;
  const own = createOwnBank({ find, decode, opens: opensInElement });
  const clips = createClipStore(decode, () => own.bytes());
  const stage: Stage = { device: createDevice(), playing: undefined, turn: 0, kept: own.open() };
  return {
    async wake() {
      const { context } = await stage.device.open();
      void context.resume();
    },
    prepare(timeline, guide, lines) {
      stage.device.open().catch(() => undefined); // it stands still until a tap, with its limiter ready
      return prepare({ bank, clips: clips.of(guide), own: stage.kept }, timeline, lines);
    },
    begin: (timeline, guide, at) =>
      begin(stage, { ...handlers, bank, clips: clips.of(guide), own: own.open() }, timeline, at),
    load: (timeline) => stage.playing?.performance.load(timeline),
    position: () => latest(START, stage.playing?.clock.position() ?? START),
    latency: () => (stage.playing === undefined ? 0 : latencyOf(stage.playing.open.context)),
    audition: () => audition(awake(stage), bank),
    check: () => check(awake(stage)),
    pause: () => pause(stage),
    close() {
      stage.turn++;
      stage.kept.close();
      return release(stage);
    },
  };
}

async function begin(
  stage: Stage,
  parts: Sounds & EngineHandlers,
  timeline: Timeline,
  at: () => SessionTime,
): Promise<Result<undefined, NoAudio>> {
  const mine = ++stage.turn;
  if (stage.playing !== undefined) await release(stage);
  const opened = await stage.device.open().catch(() => undefined);
  // What cannot be made becomes a fault; the session goes on without it. Bells follow while it sounds, and own sounds
  // that are not held yet: nobody waits for storage here.
  await parts.bank.load(loopsFrom(timeline, at())).catch(() => undefined);
  if (opened === undefined || mine !== stage.turn) return noAudio;
  // Everything is written while the device still wakes up: what the tap waits for is the device alone.
  stage.playing = play(parts, opened, timeline, at());
  stage.kept.close();
  const sounds = await resumed(opened.context).catch(() => false); // closed meanwhile, it is not resumed
  if (mine !== stage.turn) return noAudio; // whoever waits for this may not take what plays now for its own
  if (sounds) return done;
  await release(stage);
  return noAudio;
}

function release(stage: Stage): Promise<void> {
  const fading = stage.playing === undefined ? 0 : 2 * STOP_FADE;
  quiet(stage, STOP_FADE);
  return stage.device.close(fading);
}

async function pause(stage: Stage): Promise<void> {
  const mine = ++stage.turn;
  if (stage.playing !== undefined) stage.kept.join(stage.playing.own);
  quiet(stage, PAUSE_FADE);
  await stage.device.rest(PAUSE_FADE + STOP_FADE, () => mine === stage.turn);
}

/** The device for something else than a session: a rest that was about to begin is off. */
function awake(stage: Stage): Device {
  if (stage.playing === undefined) stage.turn++;
  return stage.device;
}

/** Ends what plays; the ticker first, so that nothing is added to what fades. */
function quiet(stage: Stage, fade: Seconds): void {
  stage.playing?.ticker.stop();
  stage.playing?.performance.close(fade);
  stage.playing = undefined;
}

async function audition(device: Device, bank: SoundBank): Promise<Audition> {
  const { context, guard } = await device.open();
  await context.resume();
  const { createAudition } = await import('./audition.ts'); // tone and howler are not needed in a session
  return createAudition(context, guard.node, bank);
}

async function check(device: Device): Promise<CheckSounds> {
  const { context, guard } = await device.open();
  if (!(await resumed(context))) throw new Error('the device does not sound');
  const { createCheckSounds } = await import('./check-sounds.ts');
  return createCheckSounds(context, guard.node, () => latencyOf(context));
}

interface Sounds {
  readonly bank: SoundBank;
  readonly clips: ClipLoader;
  readonly own: OwnHold;
}

async function prepare(
  { bank, clips, own }: Sounds,
  timeline: Timeline,
  lines: readonly string[],
): Promise<Result<undefined, EngineProblem>> {
  const [missing, gone] = await Promise.all([
    clips.fetchAll(lines),
    own.load(ownBedsFrom(timeline, START), ownBellsFrom(timeline, START)),
    bank.load([...loopsFrom(timeline, START), ...strikesFrom(timeline, START)]),
  ]);
  if (missing.length > 0) return { ok: false, problem: { kind: 'sounds-missing', lines: missing } };
  return gone.length === 0 ? done : { ok: false, problem: { kind: 'own-missing', own: gone } };
}

function play(
  { bank, clips, own, onFault, onOnset, onTick }: Sounds & EngineHandlers,
  open: OpenContext,
  timeline: Timeline,
  at: SessionTime,
): Playing {
  const { context, guard } = open;
  const clock = createClock(context);
  clock.set(at, clock.soon(BEGIN_LEAD));
  const performance = createPerformance({
    context,
    clock,
    destination: guard.node,
    bank,
    clips,
    own,
    enters: (cue) => cue.bus === 'bell',
    onFault,
    onOnset,
  });
  performance.begin(timeline, at);
  const moving = createWatchdog(context);
  const ticker = startTicker(() => {
    performance.topUp();
    onTick(moving());
  });
  return { open, clock, performance, own, ticker };
}

const done = { ok: true, value: undefined } as const;
const noAudio = { ok: false, problem: { kind: 'no-audio' } } as const;

/** WebKitGTK says 0; nothing is drawn from `getOutputTimestamp`, which runs at double speed there. */
function latencyOf(context: AudioContext): Seconds {
  return context.baseLatency + (context.outputLatency || 0);
}
