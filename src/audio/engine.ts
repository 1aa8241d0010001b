import type { Timeline } from '#session/timeline.ts';
import { START, type Result, type Seconds, type SessionTime } from '#session/units.ts';
import type { Audition } from './audition.ts';
import { createClipLoader, type ClipLoader } from './clip-loader.ts';
import { createClock, type Clock } from './clock.ts';
import { createWatchdog, openContext, type OpenContext } from './context.ts';
import { STOP_FADE } from './mixer.ts';
import { createPerformance, loopsFrom, strikesFrom, type Performance } from './performance.ts';
import type { CueFault } from './scheduler.ts';
import { createSoundBank } from './sounds/sound-bank.ts';
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
/** A context that is not allowed to sound, or is interrupted by a call, leaves `resume` waiting for ever. */
const RESUME_LIMIT: Seconds = 4;

export function createEngine(parts: Parts): Engine {
  const bank = createSoundBank(SAMPLE_RATE, createSoundWorker());
  const clips = createClips(parts.urlOf);
  let opening: Promise<OpenContext> | undefined;
  let playing: Playing | undefined;
  /** Counts beginnings and closings, so that one that was overtaken while it waited lets the other have its way. */
  let turn = 0;

  function open(): Promise<OpenContext> {
    opening ??= openContext().catch((cause: unknown) => {
      opening = undefined;
      throw cause;
    });
    return opening;
  }

  /** Nothing where the device or the browser does not let sound begin; the next tap then tries a new context. */
  async function openOnTap(): Promise<OpenContext | undefined> {
    try {
      const opened = await open();
      if (await resumed(opened.context)) return opened;
      await release();
    } catch {
      // told as `no-audio`
    }
    return undefined;
  }

  async function prepare(
    timeline: Timeline,
    lines: readonly string[],
  ): Promise<Result<undefined, EngineProblem>> {
    const [missing] = await Promise.all([
      clips.fetchAll(lines),
      bank.load([...loopsFrom(timeline, START), ...strikesFrom(timeline, START)]),
    ]);
    return missing.length === 0 ? done : { ok: false, problem: { kind: 'sounds-missing', lines: missing } };
  }

  function play(opened: OpenContext, timeline: Timeline, at: SessionTime): Playing {
    const { context, guard } = opened;
    const clock = createClock(context);
    clock.set(at, clock.soon(BEGIN_LEAD));
    const performance = createPerformance({
      context,
      clock,
      destination: guard.node,
      bank,
      clips,
      enters: (cue) => cue.bus === 'bell',
      onFault: parts.onFault,
    });
    performance.begin(timeline, at);
    const moving = createWatchdog(context);
    const ticker = startTicker(() => {
      performance.topUp();
      parts.onTick(moving());
    });
    return { open: opened, clock, performance, ticker };
  }

  async function release(): Promise<void> {
    const [ending, opened] = [playing, opening];
    playing = undefined;
    opening = undefined;
    ending?.ticker.stop();
    ending?.performance.close();
    const context = (await opened?.catch(() => undefined))?.context;
    if (ending !== undefined && context?.state === 'running') await wait(2 * STOP_FADE);
    if (context !== undefined && context.state !== 'closed') await context.close();
  }

  return {
    wake: async () => void (await openOnTap()),
    prepare,
    async begin(timeline, at) {
      const mine = ++turn;
      if (playing !== undefined) await release();
      const opened = await openOnTap();
      // What cannot be made becomes a fault; the session goes on without it. Bells follow while it sounds.
      await bank.load(loopsFrom(timeline, at())).catch(() => undefined);
      if (opened === undefined || mine !== turn) return { ok: false, problem: { kind: 'no-audio' } };
      playing = play(opened, timeline, at());
      return done;
    },
    load: (timeline) => playing?.performance.load(timeline),
    position: () => playing?.clock.position() ?? START,
    latency: () => (playing === undefined ? 0 : latencyOf(playing.open.context)),
    async audition() {
      const { context, guard } = await open();
      await context.resume();
      const { createAudition } = await import('./audition.ts');
      return createAudition(context, guard.node, bank);
    },
    close() {
      turn++;
      return release();
    },
  };
}

const done = { ok: true, value: undefined } as const;

async function resumed(context: AudioContext): Promise<boolean> {
  await Promise.race([context.resume(), wait(RESUME_LIMIT)]);
  return context.state === 'running';
}

function wait(duration: Seconds): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, duration * 1000));
}

/** WebKitGTK says 0; nothing is drawn from `getOutputTimestamp`, which runs at double speed there. */
function latencyOf(context: AudioContext): Seconds {
  return context.baseLatency + (context.outputLatency || 0);
}

function createClips(urlOf: Parts['urlOf']): ClipLoader {
  return createClipLoader({ urlOf, fetchBytes, decode });
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
