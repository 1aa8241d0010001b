import { Clinic } from './clinic.svelte.ts';
import { ClinicChecks } from './clinic-checks.svelte.ts';
import { inTime, PATIENCE_MS } from './in-time.ts';
import { lastSession, type LastSession } from './last-session.ts';
import type { Planning } from './planning.svelte.ts';
import type { Outside } from './ports.ts';
import { Preparing } from './preparing.svelte.ts';
import { PresetBook } from './preset-book.svelte.ts';

/** The sheet, and what it can be begun from: that comes when it comes. */
export interface Prepared {
  readonly preparing: Preparing;
  readonly last: Promise<LastSession | undefined>;
  readonly presets: Promise<PresetBook>;
}

/** For so long the sheet waits for all of it, so that nothing moves that is there. */
const WITHIN_MS = 1500;

/** A device that does not answer holds up no session: lists and times are those the app ships then. */
export async function openPreparing(planning: Planning, outside: Outside): Promise<Preparing> {
  const [checks, clinic] = await Promise.all([
    ClinicChecks.open(outside),
    inTime(planning.clinic(), PATIENCE_MS),
  ]);
  const around = { opens: planning, outside };
  const preparing = new Preparing(planning.session, checks, clinic ?? Clinic.now(outside), around);
  void preparing.kept.open();
  return preparing;
}

export async function openPrepared(planning: Planning, outside: Outside): Promise<Prepared> {
  const preparing = planning.preparing();
  const last = lastSession(outside);
  const presets = Promise.all([planning.presets(), preparing]).then(
    ([things, { taking }]) => new PresetBook(things, taking),
  );
  await inTime(Promise.allSettled([last, presets]), WITHIN_MS);
  return { preparing: await preparing, last, presets };
}
