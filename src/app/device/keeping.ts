import type { Outside } from '../ports.ts';
import { Backups } from './backups.svelte.ts';
import { Locking } from './locking.svelte.ts';

/** What becomes of all that is kept on this device. */
export interface Keeping {
  readonly locking: Locking;
  readonly backups: Backups;
}

export async function openKeeping(outside: Outside): Promise<Keeping> {
  return { locking: await Locking.open(outside), backups: new Backups(outside) };
}
