import type { LayerSound } from '#session/layers.ts';
import type { SessionEvent, SessionLog } from '#session/log.ts';
import type { Plan } from '#session/plan.ts';
import type { Timeline } from '#session/timeline.ts';
import type { Result, Seconds, SessionTime } from '#session/units.ts';

/** Something that should have sounded and did not: shown afterwards, never a reason to stop. */
export interface Fault {
  readonly cue: string;
  readonly reason: 'late' | 'missing' | 'undecodable';
  readonly at: SessionTime;
}

/** How the sound is doing, for the one line on the live screen. */
export type SoundState = 'off' | 'preparing' | 'running' | 'stalled';

/** What makes a timeline sound. The app's side of `audio/engine.ts`. */
export interface SoundEngine {
  /** Begins at a position, on a tap; resolves when sound is running. */
  begin(timeline: Timeline, at: SessionTime): Promise<Result<undefined, 'no-audio'>>;
  /** Takes up a new value of the running session without touching what sounds. */
  load(timeline: Timeline): void;
  /** Where the session is, by the audio clock. */
  position(): SessionTime;
  /** How long what is heard lags behind the audio clock, for figures that move with the sound. */
  latency(): Seconds;
  /** Fades, stops and gives the sound device back. */
  close(): Promise<void>;
}

/** Where the running session is written down. */
export interface Journal {
  /** Resolves when the event is on the disk; while it is not, nobody says "saved". */
  append(session: string, event: SessionEvent): Promise<Result<undefined, 'not-saved'>>;
  begin(session: StoredSession): Promise<Result<undefined, 'not-saved'>>;
  /** The session that was running when the app went away, if there was one. */
  unfinished(): Promise<(StoredSession & { readonly log: SessionLog }) | undefined>;
  finish(session: string): Promise<void>;
}

export interface StoredSession {
  readonly id: string;
  readonly plan: Plan;
  /** The wall clock at session time 0. */
  readonly beganMs: number;
}

export type SaveState = 'saved' | 'saving' | 'not-saved';
export type { LayerSound };
