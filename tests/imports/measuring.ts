import { Worker } from 'node:worker_threads';
import type { Measured, Unreadable } from '#audio/own/measured.ts';
import type { Result } from '#session/units.ts';

type Read = Result<Measured, Unreadable>;

/** As the app has it, but sooner: what is read for so long has come to harm by what it reads. */
const PATIENCE_MS = 5_000;
const DAMAGED: Read = { ok: false, problem: { kind: 'damaged' } };

/** Measures files as the app does: in a thread that is ended when it does not answer. */
export function createMeasuring() {
  let worker: Promise<Worker> | undefined;

  async function open(): Promise<Worker> {
    const opening = new Worker(new URL('measuring.worker.js', import.meta.url), {
      execArgv: [],
      stderr: true,
    });
    opening.stderr.resume(); // mediabunny tells of what it does not know
    await new Promise((resolve) => opening.once('message', resolve));
    return opening;
  }
  async function end(): Promise<void> {
    const ending = worker;
    worker = undefined;
    await (await ending)?.terminate();
  }
  async function measure(file: Blob): Promise<Read> {
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (bytes === undefined) return DAMAGED;
    worker ??= open();
    const asked = await worker;
    return new Promise((resolve) => {
      const late = setTimeout(() => void end().then(() => resolve(DAMAGED)), PATIENCE_MS);
      asked.once('message', (read: Read) => {
        clearTimeout(late);
        resolve(read);
      });
      asked.postMessage(new Uint8Array(bytes));
    });
  }
  return { measure, end };
}
