import processorUrl from './limiter.worklet.ts?worker&url';
import { LIMITER_PROCESSOR } from './processor-name.ts';

/** What stands before the destination, and what it is. */
export interface MasterGuard {
  readonly node: AudioNode;
  /** `headroom`: there is no AudioWorklet here, everything is 6 dB softer instead. */
  readonly kind: 'limiter' | 'headroom';
}

/** Half: all buses at full together were measured to stay under the ceiling with it. */
const HEADROOM = 0.5;

/** The limiter as a node. Where worklets are missing or do not load, headroom by construction takes its place. */
export async function createLimiterNode(context: BaseAudioContext): Promise<MasterGuard> {
  try {
    await context.audioWorklet.addModule(processorUrl);
    return { node: new AudioWorkletNode(context, LIMITER_PROCESSOR, STEREO), kind: 'limiter' };
  } catch {
    return { node: new GainNode(context, { gain: HEADROOM }), kind: 'headroom' };
  }
}

const STEREO: AudioWorkletNodeOptions = {
  numberOfInputs: 1,
  numberOfOutputs: 1,
  outputChannelCount: [2],
  channelCount: 2,
  channelCountMode: 'explicit',
};
