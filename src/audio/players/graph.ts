import { later, type Seconds, type SessionTime } from '#session/units.ts';
import type { LoopId } from '../sounds/sound-ids.ts';
import type { PlayerParts } from './contract.ts';

/** A place on the context's clock that is a whole sample, and the session time it stands for. */
export interface Frame {
  readonly when: Seconds;
  readonly at: SessionTime;
}

/** The sample nearest to `at`. Between samples Chromium would interpolate every loop: slower, and duller by up to 3 dB. */
export function frameAt({ context, when }: PlayerParts, at: SessionTime): Frame {
  const wanted = when(at);
  const nearest = Math.max(0, Math.round(wanted * context.sampleRate)) / context.sampleRate;
  return { when: nearest, at: later(at, nearest - wanted) };
}

/**
 * Half a render quantum. A k-rate value is held for 128 samples from where it was read; a frequency read this much
 * early is right in the middle of each hold, and its phase does not fall behind (measured: 0.003 turns a minute else).
 */
export function holdLead({ sampleRate }: BaseAudioContext): Seconds {
  return 64 / sampleRate;
}

export function loopSource({ context, bank }: PlayerParts, id: LoopId): AudioBufferSourceNode {
  const buffer = bank.buffer(id);
  if (buffer === undefined) throw new Error(`the loop ${id} was not loaded before its player was made`);
  return new AudioBufferSourceNode(context, { buffer, loop: true });
}

/** Starts a loop where it would be, had it been running since Begin. */
export function startLoop(source: AudioBufferSourceNode, { when, at }: Frame): void {
  const { buffer } = source;
  if (buffer === null) return;
  const frames = Math.round(at * buffer.sampleRate) % buffer.length;
  source.start(when, (frames < 0 ? frames + buffer.length : frames) / buffer.sampleRate);
}

/** Connects each node to the one after it. */
export function chain(first: AudioNode, ...rest: AudioNode[]): void {
  rest.reduce((before, node) => before.connect(node), first);
}

/** Stops all sources at `when`; when the first has ended, the outputs leave the graph. */
export function stopAll(
  sources: readonly AudioScheduledSourceNode[],
  outputs: readonly AudioNode[],
  when: number,
): void {
  const [first] = sources;
  if (first !== undefined) {
    first.onended = () => {
      for (const output of outputs) output.disconnect();
    };
  }
  for (const source of sources) source.stop(Math.max(0, when));
}
