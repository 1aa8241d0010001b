import type { Hertz, Result } from '#session/units.ts';
import type { LineAnswer, LineOrder } from './line.worker.ts';
import type { Take } from './take.ts';
import type { WavProblem } from './wav.ts';

/** What was heard or opened, as it was. */
export interface Raw {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly rate: Hertz;
}

/** Makes lines away from the page: finding the words and levelling them takes a second on a tablet. */
export interface LineWorker {
  /** Rejects where the work could not be done at all. */
  take(raw: Raw): Promise<Result<Take, 'nothing-heard'>>;
  /** A line that comes from elsewhere, brought down where it is too loud. */
  read(file: ArrayBuffer): Promise<Result<Pick<Take, 'sound' | 'seconds'>, WavProblem>>;
  close(): void;
}

interface Waiting {
  resolve(answer: LineAnswer): void;
  reject(cause: Error): void;
}

/** One line after the other, in the order they were asked for. Begun at the first. */
export function createLineWorker(): LineWorker {
  let worker: Worker | undefined;
  let waiting: Waiting[] = [];

  function stop(cause: string): void {
    worker?.terminate();
    worker = undefined;
    const left = waiting;
    waiting = [];
    for (const each of left) each.reject(new Error(cause));
  }
  function begin(): Worker {
    const begun = new Worker(new URL('./line.worker.ts', import.meta.url), { type: 'module' });
    begun.onmessage = ({ data }: MessageEvent<LineAnswer>) => waiting.shift()?.resolve(data);
    begun.onerror = ({ message }) => stop(`a line could not be worked on: ${message}`);
    return begun;
  }
  async function ask<Kind extends LineOrder['kind']>(order: LineOrder & { readonly kind: Kind }) {
    const answer = await new Promise<LineAnswer>((resolve, reject) => {
      worker ??= begin();
      waiting.push({ resolve, reject });
      worker.postMessage(order);
    });
    return answer as LineAnswer & { readonly kind: Kind };
  }
  return {
    take: async (raw) => (await ask({ kind: 'take', ...raw })).result,
    read: async (file) => (await ask({ kind: 'read', file })).result,
    close: () => stop('nobody waits for it any more'),
  };
}
