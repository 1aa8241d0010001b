import type { Timeline } from '#session/timeline.ts';
import { START, type Result, type Seconds, type SessionTime } from '#session/units.ts';
import type { Audition } from './audition.ts';
import { createClipLoader, type ClipLoader } from './clip-loader.ts';
import { createClock, type Clock } from './clock.ts';
import { createWatchdog, type OpenContext } from './context.ts';
import { createDevice, type Device } from './device.ts';
import { STOP_FADE } from './mixer.ts';
import { createPerformance, loopsFrom, strikesFrom, type Performance } from './performance.ts';
import type { CueFault } from './scheduler.ts';
import { createSoundBank, type SoundBank } from './sounds/sound-bank.ts';
import { createSoundWorker } from './sounds/sound-worker.ts';
import { SAMPLE_RATE } from './sample-rate.ts';
import { startTicker, type Ticker } from './ticker.ts';

/** What stood in the way of sound. */
export type EngineProblem =
  { readonly kind: 'no-audio' } | { readonly kind: 'sounds-missing'; readonly lines: readonly string[] };

/** Plays one session at a time on the device. */
export interface Engine {
  /** Makes the context ready; cheap when it is. To be called in a tap, well before sound is wanted. */
  wake(): Promise<void>;
  /** Has every sound of a timeline made or fetched, so that nothing is waited for later. */
  prepare(timeline: Timeline, lines: readonly string[]): Promise<Result<undefined, EngineProblem>>;
  /** Sounds from the position that `at` says when everything is there. */
  begin(timeline: Timeline, at: () => SessionTime): Promise<Result<undefined, EngineProblem>>;
  load(timeline: Timeline): void;
  position(): SessionTime;
  /** From the audio clock to the ear, where the device tells it. */
  latency(): Seconds;
  /** For trying sounds out before a session. */
  audition(): Promise<Audition>;
  /** Stops at once (the timeline has faded by then) and gives the device back. */
  close(): Promise<void>;
}

/** What the engine tells while it plays. */
export interface EngineHandlers {
  readonly onFault: (fault: CueFault) => void;
  /** Once a second while playing; `moving` is false when the sound stands still. */
  readonly onTick: (moving: boolean) => void;
}

interface Parts extends EngineHandlers {
  readonly urlOf: (line: string) => string | undefined;
}

interface Playing {
  readonly open: OpenContext;
  readonly clock: Clock;
  readonly performance: Performance;
  readonly ticker: Ticker;
}

/** From the tap to session time 0: what a slow device needs to have the graph built and written. */
const BEGIN_LEAD: Seconds = 0.2;

export function createEngine(parts: Parts): Engine {
  const device = createDevice();
  const bank = createSoundBank(SAMPLE_RATE, createSoundWorker());
  const clips = createClipLoader({ urlOf: parts.urlOf, fetchBytes, decode });
  let playing: Playing | undefined;
  /** Counts beginnings and closings, so that one that was overtaken while it waited lets the other have its way. */
  let turn = 0;

  function release(): Promise<void> {
    const ending = playing;
    playing = undefined;
    ending?.ticker.stop();
    ending?.performance.close();
    return device.close(ending === undefined ? 0 : 2 * STOP_FADE);
  }

  return {
    wake: async () => void (await device.openOnTap()),
    prepare: (timeline, lines) => prepare({ bank, clips }, timeline, lines),
    async begin(timeline, at) {
      const mine = ++turn;
      if (playing !== undefined) await release();
      const opened = await device.openOnTap();
      // What cannot be made becomes a fault; the session goes on without it. Bells follow while it sounds.
      await bank.load(loopsFrom(timeline, at())).catch(() => undefined);
      if (opened === undefined || mine !== turn) return { ok: false, problem: { kind: 'no-audio' } };
      playing = play({ ...parts, bank, clips }, opened, timeline, at());
      return done;
    },
    load: (timeline) => playing?.performance.load(timeline),
    position: () => playing?.clock.position() ?? START,
    latency: () => (playing === undefined ? 0 : latencyOf(playing.open.context)),
    audition: () => audition(device, bank),
    close() {
      turn++;
      return release();
    },
  };
}

async function audition(device: Device, bank: SoundBank): Promise<Audition> {
  const { context, guard } = await device.open();
  await context.resume();
  const { createAudition } = await import('./audition.ts'); // tone and howler are not needed in a session
  return createAudition(context, guard.node, bank);
}

interface Sounds {
  readonly bank: SoundBank;
  readonly clips: ClipLoader;
}

async function prepare(
  { bank, clips }: Sounds,
  timeline: Timeline,
  lines: readonly string[],
): Promise<Result<undefined, EngineProblem>> {
  const [missing] = await Promise.all([
    clips.fetchAll(lines),
    bank.load([...loopsFrom(timeline, START), ...strikesFrom(timeline, START)]),
  ]);
  return missing.length === 0 ? done : { ok: false, problem: { kind: 'sounds-missing', lines: missing } };
}

function play(
  { bank, clips, onFault, onTick }: Sounds & EngineHandlers,
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
    enters: (cue) => cue.bus === 'bell',
    onFault,
  });
  performance.begin(timeline, at);
  const moving = createWatchdog(context);
  const ticker = startTicker(() => {
    performance.topUp();
    onTick(moving());
  });
  return { open, clock, performance, ticker };
}

const done = { ok: true, value: undefined } as const;

/** WebKitGTK says 0; nothing is drawn from `getOutputTimestamp`, which runs at double speed there. */
function latencyOf(context: AudioContext): Seconds {
  return context.baseLatency + (context.outputLatency || 0);
}

export async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.arrayBuffer();
}

/** An offline context decodes without needing a tap, a device or a running clock. */
export function decode(bytes: ArrayBuffer): Promise<AudioBuffer> {
  return new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(bytes);
}
