import type { Seconds } from './units.ts';

// What a sound check may have found out. How it finds it out comes with the check; this the first screen needs.

/**
 * What a person's answers to tones in one ear come to: each side where it belongs, exchanged, both sides the same,
 * nothing at all, one ear without sound, or answers that do not go together.
 */
export type Ears = 'right' | 'swapped' | 'mono' | 'nothing' | 'left-silent' | 'right-silent' | 'unclear';
export const EARS: readonly Ears[] = [
  'right',
  'swapped',
  'mono',
  'nothing',
  'left-silent',
  'right-silent',
  'unclear',
];

/** Bluetooth takes 0.15 to 0.3 s; what is measured beyond this is something else. */
export const LONGEST_DELAY: Seconds = 0.4;
