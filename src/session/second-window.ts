import type { Look } from './patient-look.ts';
import type { Score } from './patient-view.ts';
import { later, sessionTimeOf, type Seconds, type SessionTime, type Span } from './units.ts';

/** What the page of the session tells a window beside it: where the ear is, what is shown, and all it takes for a while [PV7]. */
export interface Told {
  readonly kind: 'told';
  readonly session: string;
  /** Where the ear is at `atMs`, by the clock of the page that tells it. */
  readonly at: SessionTime;
  readonly atMs: number;
  /** The session goes on from there by the clock; else it waits. */
  readonly moving: boolean;
  readonly look: Look;
  readonly score: Score;
}

/** What windows of the app say to each other. */
export type WindowMessage =
  | Told
  | { readonly kind: 'over'; readonly session: string }
  /** A window beside is there, and wants to be told. */
  | { readonly kind: 'asking'; readonly window: string }
  | { readonly kind: 'left'; readonly window: string };

/** How often a window asks: it is seen, so its timers run, which those of the session's page may not. */
export const ASKS_EVERY_MS = 2000;
/** So long it goes on by what it knows [PV10]. */
export const SILENT_AFTER_MS = 20_000;
/** And so long it takes to fade to dark. */
export const FADES_MS = 6000;
/** What is told reaches beyond the silence and the fade, and a little back: the clocks may be that far apart. */
const AHEAD: Seconds = (SILENT_AFTER_MS + FADES_MS) / 1000 + 4;
const BACK: Seconds = 1;

/** Of the score, what this look can show from `at` on until the next word is long overdue [PV7]. */
export function excerptOf(score: Score, look: Look, at: SessionTime): Score {
  const from = later(at, -BACK);
  const to = later(at, AHEAD);
  const seen = (span: Span) => span.from < to && span.to > from;
  return {
    phases: score.phases.filter(seen),
    breaths: look.shows === 'breath' ? score.breaths.filter(seen) : [],
    places: look.shows === 'body' ? score.places.filter((place) => place.at < to) : [],
    captions: look.captions ? score.captions.filter(seen) : [],
  };
}

/** What a window beside knows. */
export interface Following {
  readonly told: Told;
  /** By how much each of the last words came later than its own page's clock says, oldest first. */
  readonly lags: readonly number[];
  readonly heardMs: number;
  /** When the session was over. */
  readonly overMs?: number;
}

/** Of so many words one was not held up on its way. */
const LAGS_KEPT = 8;
/** After such a gap the page may be another one, with another clock. */
const GAP_MS = 5000;
/** Smaller differences are the grain of the audio clock: to follow them would make the figure tremble. */
const GRAIN_MS = 30;

/** What it knows once it has heard that, at `nowMs` by its own clock. */
export function followed(
  before: Following | undefined,
  message: WindowMessage,
  nowMs: number,
): Following | undefined {
  if (message.kind === 'over' && message.session === before?.told.session)
    return { overMs: nowMs, ...before };
  if (message.kind !== 'told') return before;
  // One session at a time: another is followed only when there is nothing more to be seen of this one [PV11].
  const same = message.session === before?.told.session;
  if (!same && lightAt(before, nowMs) === 'shown') return before;
  const known = same && nowMs - before.heardMs < GAP_MS ? before : undefined;
  return {
    told: known === undefined ? message : inStep(known.told, message),
    lags: [...(known?.lags ?? []), nowMs - message.atMs].slice(-LAGS_KEPT),
    heardMs: nowMs,
  };
}

/** The new word, on the old footing where the two agree [PV8]. */
function inStep(before: Told, told: Told): Told {
  if (!told.moving) return told;
  const off = before.at + (told.atMs - before.atMs) / 1000 - told.at;
  return Math.abs(off) * 1000 < GRAIN_MS ? { ...told, at: before.at, atMs: before.atMs } : told;
}

/** Where the ear is at `nowMs` by the window's own clock; the word that was quickest tells how the two clocks differ [PV8]. */
export function positionAt({ told, lags }: Following, nowMs: number): SessionTime {
  if (!told.moving) return told.at;
  return sessionTimeOf(told.at + (nowMs - Math.min(...lags) - told.atMs) / 1000);
}

/** `waiting` until something was told; by `fading` to `dark` once the session is over or nothing was heard for long [PV10]. */
export type Light = 'waiting' | 'shown' | 'fading' | 'dark';

export function lightAt(following: Following | undefined, nowMs: number): Light {
  if (following === undefined) return 'waiting';
  const fadesMs = nowMs - (following.overMs ?? following.heardMs + SILENT_AFTER_MS);
  if (fadesMs < 0) return 'shown';
  return fadesMs < FADES_MS ? 'fading' : 'dark';
}
