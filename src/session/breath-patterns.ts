import type { Breathing } from './breath.ts';

/** The shipped patterns, in the order in which they are offered. */
export const BREATHS = [
  'extended-exhale',
  'coherent',
  'coherent-slow',
  'slow',
  'box',
  '4-7-8',
  'sigh',
] as const;
export type BreathId = (typeof BREATHS)[number];

export const breaths: Readonly<Record<BreathId, Breathing>> = {
  'extended-exhale': { pattern: [4, 0, 6, 0] },
  coherent: { pattern: [5, 0, 5, 0] },
  'coherent-slow': { pattern: [5.5, 0, 5.5, 0] },
  slow: { pattern: [4, 0, 8, 0] },
  box: { pattern: [4, 4, 4, 4] },
  '4-7-8': { pattern: [4, 7, 8, 0] },
  sigh: { pattern: [1.5, 0, 5, 0], topUp: 0.5 },
};

/** The clinic default: an exhale longer than the inhale, six breaths a minute. */
export const EXTENDED_EXHALE = breaths['extended-exhale'];
