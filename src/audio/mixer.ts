import { busLevel, type Timeline } from '#session/timeline.ts';
import { BUSES, type Bus } from '#session/layers.ts';
import type { Seconds } from '#session/units.ts';
import type { AudioTime, Clock } from './clock.ts';
import { writtenLevel } from './ramp.ts';

/** How long everything takes to fall silent when it has to stop now. */
export const STOP_FADE: Seconds = 0.05;

/** The fixed graph: five buses, one master. Built once for a context; only levels ever change. */
export interface Mixer {
  input(bus: Bus): AudioNode;
  /** Hands the levels of a timeline over, from `from` on. */
  load(timeline: Timeline, from: AudioTime): void;
  /** Fades out over `fade` seconds, leaves the graph, then calls; at once where the context stands still, or does so meanwhile. */
  close(fade: Seconds, then: () => void): void;
}

/** `only` leaves the other buses unconnected, for hearing one by itself. */
export function createMixer(
  context: BaseAudioContext,
  clock: Clock,
  destination: AudioNode,
  only: readonly Bus[] = BUSES,
): Mixer {
  const master = new GainNode(context, { gain: 0 });
  const exit = context.createGain();
  master.connect(exit).connect(destination);
  const keepAlive = createKeepAlive(context);
  const levels = new Map(
    BUSES.map((bus) => {
      const gain = new GainNode(context, { gain: 0 });
      keepAlive.connect(gain);
      if (only.includes(bus)) gain.connect(master);
      return [bus, { gain, written: writtenLevel(gain.gain, clock) }] as const;
    }),
  );
  const written = writtenLevel(master.gain, clock);
  return {
    input: (bus) => levels.get(bus)?.gain ?? master,
    load(timeline, from) {
      for (const [bus, level] of levels) level.written.write(busLevel(timeline, bus), from);
      written.write(timeline.master, from);
    },
    close(fade, then) {
      const { currentTime } = context;
      exit.gain.setValueAtTime(1, currentTime);
      exit.gain.linearRampToValueAtTime(0, currentTime + fade);
      keepAlive.stop(currentTime + fade + STOP_FADE / 2); // Chromium may say "ended" before the block is out
      whenOver(keepAlive, () => {
        exit.disconnect();
        then();
      });
    },
  };
}

/**
 * A source that never ends in every bus: in Chromium a bus whose last source stops while its gain ramps may never
 * finish the ramp.
 */
function createKeepAlive(context: BaseAudioContext): ConstantSourceNode {
  const source = context.createConstantSource();
  source.offset.value = 0;
  source.start();
  return source;
}

/** Calls once it has ended, or never will: a context that stands still, or is closed, ends nothing. */
function whenOver(source: AudioScheduledSourceNode, then: () => void): void {
  const { context } = source;
  const end = (): void => {
    source.onended = null;
    context.removeEventListener('statechange', onState);
    then();
  };
  const onState = (): void => {
    if (context.state !== 'running' && !isOffline(context)) end();
  };
  source.onended = end;
  context.addEventListener('statechange', onState);
  onState();
}

/** Such a context is suspended only to be worked at: what it renders goes on without a gap. */
function isOffline(context: BaseAudioContext): boolean {
  return context instanceof OfflineAudioContext;
}
