import {
  BELLS_APART,
  endOfCue,
  isInQuiet,
  isQuiet,
  QUIET_GAP,
  REST_BETWEEN,
  type BellCue,
  type VoiceCue,
} from './cues.ts';
import type { PlacedPhase } from './phases.ts';
import { later, type Seconds, type SessionTime, type Span } from './units.ts';

/** Between a bell and a line, before and after. */
const BELL_REST: Seconds = 1;

/**
 * Lines that keep their distance from what is already being said: a line that would fall into another waits for it,
 * and one that would not end within its phase is left out. In a quiet phase, one that comes too soon after another
 * is left out, not put off [C4].
 */
export function spaced(
  lines: readonly VoiceCue[],
  taken: readonly VoiceCue[],
  phase: PlacedPhase,
): VoiceCue[] {
  const said = [...taken].sort((a, b) => a.at - b.at);
  return lines.flatMap((line) => {
    const moved = { ...line, at: freePlace(line, said) };
    if (endOfCue(moved) >= phase.to || (isQuiet(phase.phase) && comesTooSoon(moved, said))) return [];
    said.splice(said.findLastIndex((other) => other.at <= moved.at) + 1, 0, moved);
    return [moved];
  });
}

function freePlace(line: VoiceCue, said: readonly VoiceCue[]): SessionTime {
  let at = line.at;
  // What is said never overlaps, so whoever began before the one speaking then has ended.
  const speaking = said.findLastIndex((other) => other.at <= line.at);
  for (const other of said.slice(Math.max(0, speaking))) {
    if (later(at, line.duration + REST_BETWEEN) <= other.at) break;
    const clear = later(endOfCue(other), REST_BETWEEN);
    if (at < clear) at = clear;
  }
  return at;
}

function comesTooSoon(line: VoiceCue, said: readonly VoiceCue[]): boolean {
  return said.some((other) => !other.asked && isInQuiet(other) && line.at - other.at < QUIET_GAP);
}

/** A bell that would be struck into a spoken line, or just before one, waits until there is room [C8]. */
export function clearOf(bell: BellCue, said: readonly VoiceCue[]): BellCue {
  const spans = said
    .map((line): Span => ({ from: later(line.at, -BELL_REST), to: later(endOfCue(line), BELL_REST) }))
    .sort((a, b) => a.from - b.from);
  const at = spans.reduce(
    (place, span) => (span.from <= place && place < span.to ? span.to : place),
    bell.at,
  );
  return at === bell.at ? bell : { ...bell, at };
}

/**
 * Bells that keep their distance from those that have rung and from one another: of two that would ring together the one
 * that comes first in the list stays [K5]. In a quiet phase they are soft, and five minutes apart there [K4].
 */
export function apart(
  bells: readonly BellCue[],
  rung: readonly BellCue[],
  { phase, to }: PlacedPhase,
): BellCue[] {
  const quiet = isQuiet(phase);
  const kept: BellCue[] = [];
  for (const bell of bells) {
    const crowded = [...rung, ...kept].some(
      (other) => Math.abs(bell.at - other.at) < (quiet && isInQuiet(other) ? QUIET_GAP : BELLS_APART),
    );
    if (!crowded && bell.at < to) kept.push(quiet ? { ...bell, soft: true } : bell);
  }
  return kept;
}
