import { describe, expect, it } from 'vitest';
import { createStandstillGate } from '../../../src/audio/limiter/standstill.ts';

const RATE = 48_000;
const BLOCK = 128;
const BLOCK_MS = (BLOCK / RATE) * 1000;

/** A gate with a full-scale signal before it, and what comes through. */
function gate() {
  const gaps: number[] = [];
  const standing = createStandstillGate(RATE, (lasted) => gaps.push(lasted));
  let nowMs = 1_000_000;
  const through = (blocks: number) =>
    Array.from({ length: blocks }, () => {
      const sides = [new Float32Array(BLOCK).fill(1), new Float32Array(BLOCK).fill(1)] as const;
      standing.pass((nowMs += BLOCK_MS), sides);
      expect(sides[0]).toEqual(sides[1]);
      return [...sides[0]];
    }).flat();
  return { ...standing, gaps, through, stand: (ms: number) => void (nowMs += ms) };
}

describe('the gate on the audio thread', () => {
  it('lets everything through as it is, and takes no underrun for a standstill', () => {
    const { arm, through, stand, gaps } = gate();
    arm(true);
    through(4);
    stand(900);
    expect(through(4).every((sample) => sample === 1)).toBe(true);
    expect(gaps).toEqual([]);
  });

  // Mutants: told at each standstill; `opened` left at 1 -> each fails.
  it('[E64] shuts at the first sample after a standstill of a second, tells once how long it lasted, and stays shut', () => {
    const { arm, through, stand, gaps } = gate();
    arm(true);
    through(4);
    stand(5000);
    expect(through(200).every((sample) => sample === 0)).toBe(true);
    stand(5000);
    expect(through(200).every((sample) => sample === 0)).toBe(true);
    expect(gaps.map((lasted) => Math.round(lasted - BLOCK_MS))).toEqual([5000]);
  });

  // Mutant: opened at once -> fails: a step of full scale.
  it('[E65] opens over a quarter of a second, without a step', () => {
    const { arm, through, stand } = gate();
    arm(true);
    through(4);
    stand(5000);
    through(40);
    arm(true);
    const opening = through(RATE / BLOCK / 2);
    const steps = opening.map((sample, nth) => sample - (opening[nth - 1] ?? 0));
    expect(Math.max(...steps)).toBeLessThan(1.01 / (0.25 * RATE));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
    expect(opening[Math.round(0.24 * RATE)]).toBeLessThan(1);
    expect(opening[Math.round(0.26 * RATE)]).toBe(1);
  });

  it('[E64] not armed, it lets a standstill pass; shut, it stays so until it is told', () => {
    const { arm, through, stand, gaps } = gate();
    through(4);
    stand(5000);
    expect(through(4).every((sample) => sample === 1)).toBe(true);
    arm(true);
    stand(5000);
    through(4);
    arm(false);
    expect(through(RATE / BLOCK).at(-1)).toBe(1);
    expect(gaps).toHaveLength(1);
  });
});
