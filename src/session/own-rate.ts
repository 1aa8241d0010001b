import { SLOWEST_START } from './breath-limits.ts';
import type { Seconds } from './units.ts';

/** So many whole breaths make a rate: five taps, the first of which only says where the first breath begins. */
export const BREATHS_TO_TAP = 4;
/** Nobody breathes so fast: two taps closer than this are one. */
const DOUBLE_TAP: Seconds = 1;
/** Nobody breathes so slowly: after a pause like this it begins anew. */
const PAUSE: Seconds = 60 / SLOWEST_START;
/** Of the median; what is longer has a tap missing in it, what is shorter one too many. */
const ALIKE = { least: 0.6, most: 1.6 };
/** After so many breaths of which no four are alike, the middle of them has to do. */
const ENOUGH = 8;

/** What taps along the breath have told so far. */
export interface OwnRate {
  /** Whole breaths tapped that are alike: with BREATHS_TO_TAP of them the rate is known. */
  readonly breaths: number;
  /** Breaths a minute, as tapped; it may be faster than any breath may be led. */
  readonly rate: number | undefined;
  /** What stands out: a tap too many, one too few, a pause after which it began anew, breaths that are not alike. */
  readonly note: 'double' | 'missed' | 'pause' | 'uneven' | undefined;
}

/** The rate of somebody who taps at the beginning of each breath in. `taps`: seconds of any clock, in order. */
export function ownRate(taps: readonly Seconds[]): OwnRate {
  const { beats, note } = single(taps);
  const lengths = beats.slice(1).map((beat, nth) => beat - (beats[nth] ?? beat));
  const middle = median(lengths);
  const alike = lengths.filter((each) => each >= ALIKE.least * middle && each <= ALIKE.most * middle);
  if (alike.length >= BREATHS_TO_TAP) return { breaths: alike.length, rate: 60 / median(alike), note };
  if (lengths.length >= ENOUGH) return { breaths: alike.length, rate: 60 / middle, note: 'uneven' };
  const last = lengths.at(-1);
  const fits = last === undefined || alike.includes(last);
  return { breaths: alike.length, rate: undefined, note: note ?? (fits ? undefined : 'missed') };
}

/** The taps of one go, with those that fell twice taken as one; the note is about the last tap. */
function single(taps: readonly Seconds[]): { beats: Seconds[]; note: OwnRate['note'] } {
  let beats: Seconds[] = [];
  let note: OwnRate['note'];
  for (const tap of taps) {
    const since = tap - (beats.at(-1) ?? -Infinity);
    note = since < DOUBLE_TAP ? 'double' : since > PAUSE && beats.length > 0 ? 'pause' : undefined;
    if (note === 'double') continue;
    beats = note === 'pause' ? [tap] : [...beats, tap];
  }
  return { beats, note };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
