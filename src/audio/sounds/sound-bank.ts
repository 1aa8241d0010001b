import type { Hertz } from '#session/units.ts';
import type { Samples } from './samples.ts';
import type { SoundId } from './sound-ids.ts';
import type { RequestSound } from './sound-worker.ts';

/** The sounds that have been made, ready to be played by any context of the bank's sample rate. */
export interface SoundBank {
  readonly sampleRate: Hertz;
  /** Resolves when all of them are there; rejects with the first that could not be made. */
  load(ids: readonly SoundId[]): Promise<void>;
  buffer(id: SoundId): AudioBuffer | undefined;
}

/** One bank for each sample rate: an AudioBuffer may be shared by contexts, also offline ones. */
export function createSoundBank(sampleRate: Hertz, request: RequestSound): SoundBank {
  const buffers = new Map<SoundId, AudioBuffer>();
  const coming = new Map<SoundId, Promise<void>>();

  function fetched(id: SoundId): Promise<void> {
    const known = coming.get(id);
    if (known !== undefined) return known;
    const promise = request(id, sampleRate).then(
      (channels) => void buffers.set(id, bufferOf(channels, sampleRate)),
      (reason: unknown) => {
        coming.delete(id); // so that it can be asked for again
        throw reason;
      },
    );
    coming.set(id, promise);
    return promise;
  }

  return {
    sampleRate,
    load: async (ids) => void (await Promise.all(ids.map(fetched))),
    buffer: (id) => buffers.get(id),
  };
}

function bufferOf(channels: readonly Samples[], sampleRate: Hertz): AudioBuffer {
  const buffer = new AudioBuffer({
    numberOfChannels: channels.length,
    length: channels[0]?.length ?? 1,
    sampleRate,
  });
  for (const [nth, channel] of channels.entries()) buffer.copyToChannel(channel, nth);
  return buffer;
}
