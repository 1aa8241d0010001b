import type { Side } from '#session/ears.ts';
import { TICK_EVERY, TICKS } from '#session/tapping.ts';
import type { Decibels, Seconds } from '#session/units.ts';
import { createPageClock } from './page-clock.ts';
import { gainOf } from './ramp.ts';
import { renderEarTone, renderTick } from './sounds/check-tones.ts';
import type { Samples } from './sounds/samples.ts';

/** What a sound check plays beside passages of a session; through the same limiter. */
export interface CheckSounds {
  /** A tone in one ear, and in the other nothing, to the sample [E45]. Resolves when it is over. */
  tone(side: Side, level: Decibels): Promise<void>;
  /** Even ticks [E46]; they go on by themselves until they are over or stopped. */
  ticks(level: Decibels): Ticks;
  stop(): void;
}

/** Ticks under way. Times in seconds of the audio clock. */
export interface Ticks {
  readonly first: Seconds;
  /** What the device tells of the way to the ear. */
  readonly latency: Seconds;
  /** When something happened, from the time stamp of its event. */
  readonly timeOf: (eventMs: number) => Seconds;
  readonly over: Promise<void>;
}

const AHEAD: Seconds = 0.05;
/** Time to put a finger where it will tap. */
const BEFORE_TICKS: Seconds = 1.2;
const STOP: Seconds = 0.03;
const LOOK_EVERY_MS = 10;

interface Stage {
  readonly context: BaseAudioContext;
  readonly destination: AudioNode;
  readonly latency: () => Seconds;
  /** Ends what is being heard. */
  stop: () => void;
}

export function createCheckSounds(
  context: BaseAudioContext,
  destination: AudioNode,
  latency: () => Seconds,
): CheckSounds {
  const stage: Stage = { context, destination, latency, stop: () => undefined };
  return {
    tone: (side, level) => playTone(stage, side, level),
    ticks: (level) => playTicks(stage, level),
    stop: () => stage.stop(),
  };
}

function playTone(stage: Stage, side: Side, level: Decibels): Promise<void> {
  stage.stop();
  const { context } = stage;
  const tone = renderEarTone(context.sampleRate);
  const silence: Samples = new Float32Array(tone.length);
  const buffer = bufferOf(context, side === 'left' ? [tone, silence] : [silence, tone]);
  return playAt(stage, [context.currentTime + AHEAD], buffer, level);
}

function playTicks(stage: Stage, level: Decibels): Ticks {
  stage.stop();
  const { context } = stage;
  const tick = renderTick(context.sampleRate);
  const first = wholeSample(context, context.currentTime + BEFORE_TICKS);
  const places = Array.from({ length: TICKS }, (_, nth) => first + nth * TICK_EVERY);
  const over = playAt(stage, places, bufferOf(context, [tick, tick]), level);
  const clock = createPageClock(context, () => performance.now());
  const looking = setInterval(clock.look, LOOK_EVERY_MS);
  void over.then(() => clearInterval(looking));
  return { first, latency: stage.latency(), timeOf: clock.timeOf, over };
}

/** A sound at each of these places; resolves when the last is over, or stopped. */
function playAt(
  stage: Stage,
  places: readonly Seconds[],
  buffer: AudioBuffer,
  level: Decibels,
): Promise<void> {
  const { context, destination } = stage;
  const gain = new GainNode(context, { gain: gainOf(level) });
  gain.connect(destination);
  const sources = places.map((place) => {
    const source = new AudioBufferSourceNode(context, { buffer });
    source.connect(gain);
    source.start(wholeSample(context, place));
    return source;
  });
  stage.stop = () => {
    const now = context.currentTime;
    gain.gain.setTargetAtTime(0, now, STOP / 3);
    for (const source of sources) source.stop(now + STOP);
  };
  return new Promise((resolve) => {
    sources.at(-1)?.addEventListener('ended', () => {
      gain.disconnect();
      resolve();
    });
  });
}

/** Between two samples Chromium would interpolate the whole sound. */
function wholeSample({ sampleRate }: BaseAudioContext, at: Seconds): Seconds {
  return Math.round(at * sampleRate) / sampleRate;
}

function bufferOf(context: BaseAudioContext, channels: readonly Samples[]): AudioBuffer {
  const length = channels[0]?.length ?? 1;
  const buffer = context.createBuffer(channels.length, length, context.sampleRate);
  for (const [nth, channel] of channels.entries()) buffer.copyToChannel(channel, nth);
  return buffer;
}
