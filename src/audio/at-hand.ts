import type { OwnId } from '#session/layers.ts';
import type { Timeline } from '#session/timeline.ts';
import { START, type Result } from '#session/units.ts';
import type { ClipLoader } from './clip-loader.ts';
import type { OwnHold } from './own/own-bank.ts';
import { loopsFrom, ownBedsFrom, ownBellsFrom, strikesFrom } from './performance.ts';
import type { SoundBank } from './sounds/sound-bank.ts';

/** Where all sounds of a session come from: what is made here, what a guide says, what was brought along. */
export interface Sounds {
  readonly bank: SoundBank;
  readonly clips: ClipLoader;
  readonly own: OwnHold;
}

/** What is not there to be played. */
export type EngineProblem =
  | { readonly kind: 'sounds-missing'; readonly lines: readonly string[] }
  /** Sounds that were brought along and are not here any more, by their ids. */
  | { readonly kind: 'own-missing'; readonly own: readonly OwnId[] };

/** Has every sound of a timeline made or fetched, and these lines of a guide. */
export async function prepare(
  { bank, clips, own }: Sounds,
  timeline: Timeline,
  lines: readonly string[],
): Promise<Result<undefined, EngineProblem>> {
  const [missing, gone] = await Promise.all([
    clips.fetchAll(lines),
    own.load(ownBedsFrom(timeline, START), ownBellsFrom(timeline, START)),
    bank.load([...loopsFrom(timeline, START), ...strikesFrom(timeline, START)]),
  ]);
  if (missing.length > 0) return { ok: false, problem: { kind: 'sounds-missing', lines: missing } };
  return gone.length === 0
    ? { ok: true, value: undefined }
    : { ok: false, problem: { kind: 'own-missing', own: gone } };
}
