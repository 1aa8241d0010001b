import type { PhaseSpan } from '../phases.ts';
import { sessionTimeOf } from '../units.ts';
import { practices } from './all.ts';
import { ownPhase, type LastingKind } from './own-phases.ts';

/** So many whole minutes of something. */
export interface LastingPart {
  readonly kind: LastingKind;
  readonly minutes: number;
}
/** One strike, of no length. */
export interface StrikePart {
  readonly kind: 'bell';
}
export type OwnPart = LastingPart | StrikePart;

/** A practice that somebody put together and named. */
export interface Composed {
  readonly id: string;
  readonly name: string;
  readonly parts: readonly OwnPart[];
}

/** Minutes of all of it. */
export const WHOLE_MINUTES = { least: 3, most: 60 } as const;
/** So many parts that last; each is a phase of its plan. */
export const MOST_LASTING = 12;
/** So many strikes in a row. */
export const MOST_STRIKES = 3;
export const LONGEST_NAME = 40;

/** How short and how long a part can be, whole minutes: a practice within a practice as short and as long as it is by itself. */
export function minutesRange(kind: LastingKind): { readonly least: number; readonly most: number } {
  return kind === 'silence' ? { least: 1, most: WHOLE_MINUTES.most } : practices[kind].minutes;
}

export function minutesOf(parts: readonly OwnPart[]): number {
  return parts.reduce((sum, part) => (part.kind === 'bell' ? sum : sum + part.minutes), 0);
}

/** What stands against practising it as it is [N27]. */
export type ComposedProblem = 'nothing' | 'too-short' | 'too-long' | 'too-many' | 'too-many-strikes';

export function composedProblem(parts: readonly OwnPart[]): ComposedProblem | undefined {
  const lasting = parts.filter(({ kind }) => kind !== 'bell').length;
  const minutes = minutesOf(parts);
  if (lasting === 0) return 'nothing';
  if (minutes < WHOLE_MINUTES.least) return 'too-short';
  if (minutes > WHOLE_MINUTES.most) return 'too-long';
  if (lasting > MOST_LASTING) return 'too-many';
  return parts.some((_, nth) => isCrowded(parts, nth)) ? 'too-many-strikes' : undefined;
}

/** Whether more strikes in a row begin here than can be told apart. */
function isCrowded(parts: readonly OwnPart[], nth: number): boolean {
  const row = parts.slice(nth, nth + MOST_STRIKES + 1);
  return row.length > MOST_STRIKES && row.every(({ kind }) => kind === 'bell');
}

/** A part that lasts, with its place in the whole. */
export interface Stretch extends PhaseSpan {
  readonly part: LastingPart;
  /** Its place among all parts. */
  readonly nth: number;
  /** Strikes as it begins. */
  readonly strikes: number;
}

/** The parts that last, one after the other without a hole, each a phase with a name of its own. Strikes that come after all are in none. */
export function stretchesOf(parts: readonly OwnPart[]): Stretch[] {
  const times = new Map<LastingKind, number>();
  let [at, strikes] = [0, 0];
  return parts.flatMap((part, nth): Stretch[] => {
    if (part.kind === 'bell') {
      strikes++;
      return [];
    }
    const time = (times.get(part.kind) ?? 0) + 1;
    times.set(part.kind, time);
    const span = { from: sessionTimeOf(at), to: sessionTimeOf(at + part.minutes * 60) };
    const stretch = { ...span, part, nth, strikes, phase: ownPhase(part.kind, time) };
    [at, strikes] = [span.to, 0];
    return [stretch];
  });
}

/** Strikes that come after all that lasts. */
export function lastStrikes(parts: readonly OwnPart[]): number {
  return parts.length - 1 - parts.findLastIndex(({ kind }) => kind !== 'bell');
}
