import processorUrl from './limiter.worklet.ts?worker&url';
import { LIMITER_PROCESSOR } from './processor-name.ts';

/** What stands before the destination, and what it is. */
export interface MasterGuard {
  readonly node: AudioNode;
  /** `headroom`: there is no AudioWorklet here, everything is 6 dB softer instead. */
  readonly kind: 'limiter' | 'headroom';
  /**
   * While something sounds that may not go on by itself after a standstill: then silence is sent, and `onGap` hears how
   * many milliseconds it seemed to last, until it is armed or disarmed anew. Where there is no AudioWorklet nothing
   * watches over that.
   */
  arm(onGap: ((lastedMs: number) => void) | undefined): void;
  /** There was no standstill: what is sent may be heard again. It stays armed. */
  reopen(): void;
}

/** Half: all buses at full together were measured to stay under the ceiling with it. */
const HEADROOM = 0.5;

/** The limiter as a node. Where worklets are missing or do not load, headroom by construction takes its place. */
export async function createLimiterNode(context: BaseAudioContext): Promise<MasterGuard> {
  try {
    await context.audioWorklet.addModule(processorUrl);
    return guardOf(new AudioWorkletNode(context, LIMITER_PROCESSOR, STEREO));
  } catch {
    const node = new GainNode(context, { gain: HEADROOM });
    return { node, kind: 'headroom', arm: () => undefined, reopen: () => undefined };
  }
}

function guardOf(node: AudioWorkletNode): MasterGuard {
  return {
    node,
    kind: 'limiter',
    arm(onGap) {
      node.port.onmessage = onGap === undefined ? null : ({ data }: MessageEvent<number>) => onGap(data);
      node.port.postMessage(onGap !== undefined);
    },
    reopen: () => node.port.postMessage(true),
  };
}

const STEREO: AudioWorkletNodeOptions = {
  numberOfInputs: 1,
  numberOfOutputs: 1,
  outputChannelCount: [2],
  channelCount: 2,
  channelCountMode: 'explicit',
};
