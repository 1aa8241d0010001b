import { isRegion, type Region } from '#session/regions.ts';
import type { PracticeGroup } from './groups.ts';
import type { PracticeLineId } from './practice-lines.ts';
import type { LineTrait } from './traits.ts';

/** What a line's id says of it. */
export interface Stage {
  readonly group: PracticeGroup;
  /** What it is for: `begin`, `notice`, `move-on`, or the region a long body scan arrives at: `left-foot`. */
  readonly stage: string;
  /** Which wording of its stage, from 1. */
  readonly nth: number;
}

/** `body.left-foot-2` is the second wording of the stage `left-foot` in the group `body`. */
export function stageOf(id: PracticeLineId): Stage {
  const dot = id.indexOf('.');
  const dash = id.lastIndexOf('-');
  return {
    group: id.slice(0, dot) as PracticeGroup,
    stage: id.slice(dot + 1, dash),
    nth: Number(id.slice(dash + 1)),
  };
}

/** The region a line leads attention to; nothing for a line that may be said anywhere. */
export function regionOf(id: PracticeLineId): Region | undefined {
  const { group, stage } = stageOf(id);
  return group === 'body' && isRegion(stage) ? stage : undefined;
}

/**
 * How many wordings of a stage are said when little is said: its first ones, which are its plainest. The others
 * belong to full guidance. Arriving at a region is not in the table: it says where we are, and is always said.
 */
const saidAtSparse: Readonly<Record<PracticeGroup, Readonly<Record<string, number>>>> = {
  body: {
    ...{ begin: 3, notice: 8, breathe: 6, 'let-go': 6, stay: 8, 'move-on': 6, close: 3 },
    ...{ choice: 5, night: 5, return: 5 },
  },
  aware: { begin: 2, where: 2, how: 3, count: 2, wander: 2, widen: 1, stay: 3, close: 2 },
  kind: { begin: 3, dear: 3, self: 3, neutral: 3, harder: 2, all: 3, wish: 2, close: 3 },
  sense: { begin: 2, see: 3, touch: 3, hear: 2, smell: 2, taste: 2, again: 2, stay: 2, close: 3 },
  listen: { begin: 3, near: 2, far: 2, change: 2, between: 2, name: 1, stay: 3, wander: 2, close: 2 },
  night: { begin: 3, day: 3, thanks: 2, heavy: 3, breath: 3, drift: 4, close: 3 },
  pace: {
    ...{ begin: 2, follow: 2, own: 2, 'rest-full': 1, 'rest-empty': 1, stay: 1, soon: 1, close: 2 },
  },
};

/** The least amount of talk at which a line is said. */
export function talkOf(id: PracticeLineId): 'full' | 'sparse' {
  const { group, stage, nth } = stageOf(id);
  return regionOf(id) !== undefined || nth <= (saidAtSparse[group][stage] ?? 0) ? 'sparse' : 'full';
}

/** What a practice line takes for granted. None speaks of company or medicine; at bed time they may speak of sleep. */
export function hasPracticeTrait(id: PracticeLineId, trait: LineTrait): boolean {
  const { group, stage } = stageOf(id);
  if (trait === 'night') return group === 'night' || stage === 'night';
  if (trait === 'breath-rest') return stage === 'rest-full' || stage === 'rest-empty';
  return false;
}
