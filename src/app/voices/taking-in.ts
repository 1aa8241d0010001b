import type { LineWorker } from '#audio/recording/line-worker.ts';
import type { Result } from '#session/units.ts';
import { bytesOf, type Refusal } from './zip.ts';

type Read<Value> = Result<Value, Refusal>;

/** Reads a file with a worker of its own, which is ended whatever comes of it; what fails is a refusal too. */
export async function takingIn<Value>(
  file: Blob,
  openWorker: () => Promise<LineWorker>,
  read: (bytes: Uint8Array, worker: LineWorker) => Promise<Read<Value>>,
): Promise<Read<Value>> {
  const bytes = await bytesOf(file);
  if (!bytes.ok) return bytes;
  let worker: LineWorker | undefined;
  try {
    worker = await openWorker();
    return await read(bytes.value, worker);
  } catch {
    return { ok: false, problem: { kind: 'not-worked-on' } };
  } finally {
    worker?.close();
  }
}
