import type { Engine, EngineHandlers } from '#audio/engine.ts';
import type { CueFault } from '#audio/scheduler.ts';
import type { Repertoire } from '#session/cues.ts';
import type { Journal } from '#storage/journal.ts';
import type { Settings } from '#storage/settings.ts';
import type { StorageProblem } from '#storage/told.ts';

/** All that the app needs from outside; `main.ts` gives the real ones, tests plain others. */
export interface Outside {
  /** The sound machinery, fetched when it is first wanted so that the first view does not wait for it. */
  openEngine(handlers: EngineHandlers): Promise<Engine>;
  readonly journal: Journal;
  readonly settings: Settings;
  readonly guide: Repertoire;
  /** Where a line's clip is. */
  clipUrl(line: string): string | undefined;
  /** Every line of the guide: any may be asked for on a tap, so all clips are on hand before a session begins. */
  readonly lines: readonly string[];
  nowMs(): number;
  newId(): string;
  /** A number from 0 up to 1, another one at each call. */
  dice(): number;
  keepScreenOn(): { release(): void };
  announcePlayback(): void;
  download(name: string, type: string, text: string): void;
}

/** Something that should have sounded and did not: shown afterwards, never a reason to stop. */
export type Fault = CueFault;

/** How the sound is doing, for the one line on the live screen. */
export type SoundState = 'preparing' | 'running' | 'paused' | 'stalled' | 'off';
export type SaveState = 'saved' | 'saving' | 'not-saved';

/** What a person is told: what happened, what still works, what to do. */
export type Problem =
  | { readonly kind: 'no-audio' }
  | { readonly kind: 'sounds-missing'; readonly lines: readonly string[] }
  | { readonly kind: StorageProblem };
