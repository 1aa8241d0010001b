import type { Result } from '#session/units.ts';
import { isFull, isNewer } from './connection.ts';

/** Why something could not be written down; `storage-newer`: a newer app has been here, and this one leaves it alone [ST2]. */
export type StorageProblem = 'storage-full' | 'storage-blocked' | 'storage-newer';

/** What became of a write: done, or what stood in the way. */
export async function told(work: Promise<unknown>): Promise<Result<undefined, StorageProblem>> {
  try {
    await work;
    return { ok: true, value: undefined };
  } catch (cause) {
    return { ok: false, problem: problemOf(cause) };
  }
}

function problemOf(cause: unknown): StorageProblem {
  if (isFull(cause)) return 'storage-full';
  return isNewer(cause) ? 'storage-newer' : 'storage-blocked';
}
