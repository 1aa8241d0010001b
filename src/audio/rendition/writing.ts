import type { Piece } from '../limiter/limiting.ts';
import type { Format } from './formats.ts';
import type { WritingAnswer, WritingOrder } from './writing.worker.ts';

/** A file that is being written in a worker. Every promise rejects where the worker comes to harm, or was closed. */
export interface Writing {
  /** Which of these formats it will be: the first that can be written here. */
  begin(formats: readonly Format[]): Promise<Format>;
  /** Takes the samples away. Resolves once they are written. */
  add(piece: Piece): Promise<void>;
  finish(): Promise<Blob>;
  close(): void;
}

export function openWriting(): Writing {
  const worker = new Worker(new URL('./writing.worker.ts', import.meta.url), { type: 'module' });
  let refuse: (reason: Error) => void = () => undefined;

  function ask(order: WritingOrder, transfer: Transferable[] = []): Promise<WritingAnswer> {
    return new Promise((resolve, reject) => {
      refuse = reject;
      worker.onmessage = ({ data }: MessageEvent<WritingAnswer>) =>
        data.kind === 'broke' ? reject(new Error(data.reason)) : resolve(data);
      worker.onerror = ({ message }) => reject(new Error(`the writing worker failed: ${message}`));
      worker.postMessage(order, transfer);
    });
  }

  return {
    async begin(formats) {
      const answer = await ask({ kind: 'begin', formats });
      if (answer.kind !== 'begun') throw new Error(`expected begun, got ${answer.kind}`);
      return answer.format;
    },
    async add({ left, right }) {
      const taken = { left: left.slice(), right: right.slice() };
      await ask({ kind: 'piece', ...taken }, [taken.left.buffer, taken.right.buffer]);
    },
    async finish() {
      const answer = await ask({ kind: 'finish' });
      if (answer.kind !== 'finished') throw new Error(`expected finished, got ${answer.kind}`);
      return answer.file;
    },
    close() {
      worker.terminate();
      refuse(new Error('closed'));
    },
  };
}
