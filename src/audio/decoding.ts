import { SAMPLE_RATE } from './sample-rate.ts';

let decoder: OfflineAudioContext | undefined;

/** An offline context decodes without a tap, a device or a running clock. One for all: each would stay for good. */
export function decode(bytes: ArrayBuffer): Promise<AudioBuffer> {
  decoder ??= new OfflineAudioContext(1, 1, SAMPLE_RATE);
  return decoder.decodeAudioData(bytes);
}

/** What may be held decoded, of all that is brought along or spoken, in bytes. Some phones end a page that holds much more. */
export const DECODED_BUDGET = 64 * 1024 * 1024;

/** What a decoded sound takes, in bytes. */
export function sizeOf({ length, numberOfChannels }: AudioBuffer): number {
  return length * numberOfChannels * Float32Array.BYTES_PER_ELEMENT;
}
