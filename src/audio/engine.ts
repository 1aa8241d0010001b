import type { Timeline } from '#session/timeline.ts';
import { latest, START, type Result, type Seconds, type SessionTime } from '#session/units.ts';
import { prepare, type EngineProblem, type Sounds } from './at-hand.ts';
import type { Audition } from './audition.ts';
import type { CheckSounds } from './check-sounds.ts';
import { createClipStore, type ClipSource } from './clip-loader.ts';
import { createClock, type Clock } from './clock.ts';
import { askToGoOn, type OpenContext } from './context.ts';
import { decode } from './decoding.ts';
import { createDevice, latencyOf, resumed, type Device } from './device.ts';
import { STOP_FADE } from './mixer.ts';
import { createOwnBank, type FindOwn, type OwnHold } from './own/own-bank.ts';
import { opensInElement } from './own/probing.ts';
import { createPerformance, loopsFrom, type Performance } from './performance.ts';
import type { CueFault, Onset } from './scheduler.ts';
import { audition, check } from './outside-sessions.ts';
import { createSoundBank } from './sounds/sound-bank.ts';
import { createSoundWorker } from './sounds/sound-worker.ts';
import { SAMPLE_RATE } from './sample-rate.ts';
import { SoundWatch, type FollowPage, type SoundWord } from './sound-watch.ts';

/** What stood in the way of sound. */
export interface NoAudio {
  readonly kind: 'no-audio';
}
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
  /**
   * Sounds from the position that `at` says when everything is there; the guide says the lines. With `onWord` the sound is
   * looked after: told when it is lost, and when it can be begun again.
   */
  begin(
    timeline: Timeline,
    guide: ClipSource,
    at: () => SessionTime,
    onWord?: (word: SoundWord) => void,
  ): Promise<Result<undefined, NoAudio>>;
  /** Brings back what was lost; in a tap. False where nothing was: then it is begun. */
  revive(): boolean;
  load(timeline: Timeline): void;
  /** Where a guide's and all other sounds come from, for rendering what is planned ahead; `own` is closed by who asked. */
  sounds(guide: ClipSource): Sounds;
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
  /** Once a second while something plays, or is to be brought back; `moving` is false where it stands still and nobody looks after that. */
  readonly onTick: (moving: boolean) => void;
}

interface Playing {
  readonly open: OpenContext;
  readonly clock: Clock;
  readonly performance: Performance;
  readonly own: OwnHold;
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
  readonly watch: SoundWatch;
  playing: Playing | undefined;
  turn: number;
  /** The own sounds that stay ready until something begins: those of what was prepared, or was paused. */
  readonly kept: OwnHold;
}

interface EngineParts extends EngineHandlers {
  /** Gets the sounds people brought along; without it there are none. */
  readonly findOwn?: FindOwn;
  /** Tells what becomes of the page; without it only the clocks do. */
  readonly followPage?: FollowPage;
}

export function createEngine(handlers: EngineParts): Engine {
  const bank = createSoundBank(SAMPLE_RATE, createSoundWorker());
  const { findOwn: find = () => Promise.resolve(undefined) } = handlers;
  const own = createOwnBank({ find, decode, opens: opensInElement });
  const clips = createClipStore(decode, () => own.bytes());
  const stage = createStage(handlers, own.open());
  const { device, watch } = stage;
  const sounds = (guide: ClipSource): Sounds => ({ bank, clips: clips.of(guide), own: own.open() });
  return {
    wake: async () => askToGoOn((await device.open()).context),
    prepare(timeline, guide, lines) {
      device.open().catch(() => undefined); // it stands still until a tap, with its limiter ready
      return prepare({ bank, clips: clips.of(guide), own: stage.kept }, timeline, lines);
    },
    begin: (timeline, guide, at, onWord) =>
      begin(stage, { ...handlers, ...sounds(guide), onWord }, timeline, at),
    revive: () => watch.revive(),
    load: (timeline) => stage.playing?.performance.load(timeline),
    sounds,
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

function createStage({ onTick, followPage = () => () => undefined }: EngineParts, kept: OwnHold): Stage {
  const device = createDevice();
  const stage: Stage = {
    ...{ device, playing: undefined, turn: 0, kept },
    watch: new SoundWatch({
      device,
      followPage,
      hush: (softly) => hush(stage, softly),
      onSecond() {
        stage.playing?.performance.topUp();
        onTick(true);
      },
    }),
  };
  return stage;
}

async function begin(
  stage: Stage,
  parts: Sounds & EngineHandlers & { readonly onWord: ((word: SoundWord) => void) | undefined },
  timeline: Timeline,
  at: () => SessionTime,
): Promise<Result<undefined, NoAudio>> {
  const mine = ++stage.turn;
  if (stage.playing !== undefined) await release(stage);
  const opened = await stage.device.open().catch(() => undefined);
  // What cannot be made becomes a fault; the session goes on without it. Bells follow while it sounds, and own sounds
  // that are not held yet: nobody waits for storage here.
  await parts.bank.load(loopsFrom(timeline, at())).catch(() => undefined);
  if (opened === undefined && mine === stage.turn) stage.watch.refused();
  if (opened === undefined || mine !== stage.turn) return noAudio;
  // Everything is written while the device still wakes up: what the tap waits for is the device alone.
  stage.playing = play(parts, opened, timeline, at());
  stage.kept.close();
  const sounds = await resumed(opened.context).catch(() => false); // closed meanwhile, it is not resumed
  if (mine !== stage.turn) return noAudio; // whoever waits for this may not take what plays now for its own
  if (sounds) {
    stage.watch.begun(opened, parts.onWord);
    return done;
  }
  if (stage.watch.refused()) quiet(stage, 0);
  else await release(stage);
  return noAudio;
}

function release(stage: Stage): Promise<void> {
  const fading = stage.playing === undefined ? 0 : 2 * STOP_FADE;
  stage.watch.letGo();
  quiet(stage, STOP_FADE);
  return stage.device.close(fading);
}

async function pause(stage: Stage): Promise<void> {
  const mine = ++stage.turn;
  stage.watch.letGo();
  if (stage.playing !== undefined) stage.kept.join(stage.playing.own);
  quiet(stage, PAUSE_FADE);
  await stage.device.rest(PAUSE_FADE + STOP_FADE, () => mine === stage.turn);
}

/** The device for something else than a session: a rest that was about to begin is off. */
function awake(stage: Stage): Device {
  if (stage.playing === undefined) stage.turn++;
  return stage.device;
}

/** The sound is lost: what was handed over to it, and what is just being begun, may not sound when it comes back. */
function hush(stage: Stage, softly: boolean): SessionTime {
  stage.turn++;
  const at = stage.playing?.clock.position() ?? START;
  if (stage.playing !== undefined) stage.kept.join(stage.playing.own);
  quiet(stage, softly ? STOP_FADE : 0);
  return latest(START, at);
}

/** Ends what plays. */
function quiet(stage: Stage, fade: Seconds): void {
  stage.playing?.performance.close(fade);
  stage.playing = undefined;
}

function play(
  { bank, clips, own, onFault, onOnset }: Sounds & EngineHandlers,
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
  return { open, clock, performance, own };
}

const done = { ok: true, value: undefined } as const;
const noAudio = { ok: false, problem: { kind: 'no-audio' } } as const;
