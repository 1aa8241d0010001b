import { inTime } from './in-time.ts';
import { lastSession, type LastSession } from './last-session.ts';
import type { Planning } from './planning.svelte.ts';
import type { Outside } from './ports.ts';
import type { Preparing } from './preparing.svelte.ts';
import { PresetBook } from './preset-book.svelte.ts';

/** The sheet, and what it can be begun from. */
export interface Prepared {
  readonly preparing: Preparing;
  /** Undefined where it cannot be had, or not yet: the sheet does not wait for it. */
  readonly last: LastSession | undefined;
  readonly presets: PresetBook | undefined;
}

const WITHIN_MS = 1500;

export async function openPrepared(planning: Planning, outside: Outside): Promise<Prepared> {
  const [preparing, last, presets] = await Promise.all([
    planning.preparing(),
    inTime(lastSession(outside), WITHIN_MS),
    inTime(planning.presets(), WITHIN_MS),
  ]);
  return { preparing, last, presets: presets && new PresetBook(presets, preparing.taking) };
}
