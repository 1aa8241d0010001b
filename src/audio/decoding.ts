import { SAMPLE_RATE } from './sample-rate.ts';

let decoder: OfflineAudioContext | undefined;

/** An offline context decodes without a tap, a device or a running clock. One for all: each would stay for good. */
export function decode(bytes: ArrayBuffer): Promise<AudioBuffer> {
  decoder ??= new OfflineAudioContext(1, 1, SAMPLE_RATE);
  return decoder.decodeAudioData(bytes);
}
