import type { Hertz } from '#session/units.ts';
import type { Samples } from './samples.ts';
import type { SoundId } from './sound-ids.ts';

/** What the page asks of the worker, and what comes back. */
export interface SoundOrder {
  readonly id: SoundId;
  readonly sampleRate: Hertz;
}
export type SoundAnswer =
  { readonly id: SoundId; readonly channels: Samples[] } | { readonly id: SoundId; readonly problem: string };

/** Has a sound made, somewhere. */
export type RequestSound = (id: SoundId, sampleRate: Hertz) => Promise<Samples[]>;

interface Waiting {
  resolve(channels: Samples[]): void;
  reject(reason: Error): void;
}

/** A worker that makes sounds one after the other, in the order they were asked for. Begun at the first request. */
export function createSoundWorker(): RequestSound {
  let worker: Worker | undefined;
  const waiting: Waiting[] = [];

  function answered({ data }: MessageEvent<SoundAnswer>): void {
    const first = waiting.shift();
    if ('channels' in data) first?.resolve(data.channels);
    else first?.reject(new Error(`${data.id}: ${data.problem}`));
  }
  /** A worker that did not load answers nobody; the next request tries a new one. */
  function broke(event: ErrorEvent): void {
    worker?.terminate();
    worker = undefined;
    for (const each of waiting.splice(0)) each.reject(new Error(`the sound worker failed: ${event.message}`));
  }
  function begin(): Worker {
    const begun = new Worker(new URL('./sounds.worker.ts', import.meta.url), { type: 'module' });
    begun.onmessage = answered;
    begun.onerror = broke;
    return begun;
  }

  return (id, sampleRate) =>
    new Promise((resolve, reject) => {
      worker ??= begin();
      waiting.push({ resolve, reject });
      const order: SoundOrder = { id, sampleRate };
      worker.postMessage(order);
    });
}
