import { describe, expect, it } from 'vitest';
import { crossingOf } from '#audio/own/own-loop.ts';
import { couldLie, SHORTEST_BED } from '#session/mix.ts';
import type { OwnSound } from '#session/plan.ts';

const lasting = (seconds: number): OwnSound => ({ id: 'own.x', title: 'Brook', kind: 'nature', seconds });

describe('an own sound as a bed', () => {
  // Mutant: SHORTEST_BED of 4 s -> fails: it would cross over in 1.6 s.
  it('[OW2] is offered only where it crosses over into itself for 2 s at least', () => {
    expect(couldLie(lasting(SHORTEST_BED - 0.1))).toBe(false);
    expect(couldLie(lasting(SHORTEST_BED))).toBe(true);
    for (const seconds of [SHORTEST_BED, 7, 30, 600]) expect(crossingOf(seconds)).toBeGreaterThanOrEqual(2);
  });
});
