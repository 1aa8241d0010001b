import type { Result } from '#session/units.ts';
import { isFull } from './connection.ts';

/** Why something could not be written down. */
export type StorageProblem = 'storage-full' | 'storage-blocked';

/** What became of a write: done, or what stood in the way. */
export async function told(work: Promise<unknown>): Promise<Result<undefined, StorageProblem>> {
  try {
    await work;
    return { ok: true, value: undefined };
  } catch (cause) {
    return { ok: false, problem: isFull(cause) ? 'storage-full' : 'storage-blocked' };
  }
}
