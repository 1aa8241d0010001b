import type { ClipLoader } from '#audio/clip-loader.ts';
import { createSoundBank, type SoundBank } from '#audio/sounds/sound-bank.ts';
import type { SoundId } from '#audio/sounds/sound-ids.ts';

export const RATE = 48_000;

/** A bank whose sounds are what a test wants them to be, so that what comes out can be known exactly. */
export function markerBank(soundOf: (id: SoundId) => Float32Array<ArrayBuffer>[]): SoundBank {
  return createSoundBank(RATE, (id) => Promise.resolve(soundOf(id)));
}

/** Clips that are always decoded. */
export function markerClips(bufferOf: (line: string) => AudioBuffer | undefined): ClipLoader {
  return {
    fetchAll: () => Promise.resolve([]),
    prepare: () => Promise.resolve(),
    buffer: bufferOf,
  };
}

export function bufferOf(...channels: Float32Array<ArrayBuffer>[]): AudioBuffer {
  const length = channels[0]?.length ?? 1;
  const buffer = new AudioBuffer({ numberOfChannels: channels.length, length, sampleRate: RATE });
  for (const [nth, channel] of channels.entries()) buffer.copyToChannel(channel, nth);
  return buffer;
}

export function samples(seconds: number, sampleAt: (i: number) => number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: Math.round(seconds * RATE) }, (_, i) => sampleAt(i));
}
