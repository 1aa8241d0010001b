import { PRACTICES } from './shape.ts';

/** What lasts in a practice of one's own: a shipped practice, or a silence in which only the bed sounds. */
export const LASTING = [...PRACTICES, 'silence'] as const;
export type LastingKind = (typeof LASTING)[number];

/** What such a part is called in a plan, where each phase has a name of its own; `time` counts from 1. */
export function ownPhase(kind: LastingKind, time: number): string {
  return time === 1 ? `own-${kind}` : `own-${kind}-${time}`;
}

/** Which part a phase is; undefined for one of any other plan. */
export function kindOfPhase(phase: string): LastingKind | undefined {
  const name = /^own-(.+?)(-\d+)?$/.exec(phase)?.[1];
  return LASTING.find((kind) => kind === name);
}
