import type { Region } from './regions.ts';

const leg = (side: 'left' | 'right'): readonly Region[] => [
  `${side}-lower-leg`,
  `${side}-knee`,
  `${side}-thigh`,
];
const foot = (side: 'left' | 'right'): readonly Region[] => [`${side}-toes`, `${side}-foot`];

/** Regions as people name them when they say where attention is not to go. */
export const BODY_PARTS = {
  feet: [...foot('left'), ...foot('right')],
  legs: [...leg('left'), ...leg('right')],
  pelvis: ['pelvis'],
  belly: ['belly'],
  chest: ['chest'],
  back: ['lower-back', 'upper-back'],
  hands: ['hands'],
  arms: ['arms'],
  shoulders: ['shoulders'],
  neck: ['neck'],
  face: ['face'],
  crown: ['crown'],
} satisfies Record<string, readonly Region[]>;
export type BodyPart = keyof typeof BODY_PARTS;
export const bodyParts = Object.keys(BODY_PARTS) as readonly BodyPart[];
