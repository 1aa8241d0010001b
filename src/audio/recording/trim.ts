import type { Decibels, Hertz, Seconds } from '#session/units.ts';
import type { Samples } from '../sounds/samples.ts';

/** What is kept around the words: enough for a soft consonant before them, and for the room after. */
const BEFORE: Seconds = 0.08;
const AFTER: Seconds = 0.15;
const FADE_IN: Seconds = 0.01;
const FADE_OUT: Seconds = 0.04;
/** Levels are taken over this long. */
const FRAME: Seconds = 0.01;
/** What lasts less than this many frames is a key or a click, not a word. */
const SHORTEST = 5;
/** A voice is this far above the noise of the room where it counts, and not much softer than its own loudest. */
const ABOVE_NOISE: Decibels = 8;
const BELOW_LOUDEST: Decibels = 40;
/** With less than this between the room and the loudest there is no voice in it. */
const LEAST_RANGE: Decibels = 12;
const SOFTEST_VOICE: Decibels = -60;
const FLOOR: Decibels = -120;

/** Where the words of a recording are. */
export interface Heard {
  /** In samples; the words with a little room around them. */
  readonly from: number;
  readonly to: number;
  /** Of the room, as RMS. */
  readonly noise: Decibels;
  /** Of the words where they are loudest, as RMS. */
  readonly voice: Decibels;
  /** The words reach the very beginning or end: some may be missing. */
  readonly isCut: boolean;
}

/** Finds the words; undefined where nothing stands out from the room. */
export function heardIn(samples: Float32Array, rate: Hertz): Heard | undefined {
  const frame = Math.round(FRAME * rate);
  const levels = withoutClicks(levelsOf(samples, frame));
  const sorted = [...levels].sort((a, b) => a - b);
  const noise = sorted[Math.floor(sorted.length * 0.03)] ?? FLOOR;
  const voice = sorted.at(-1) ?? FLOOR;
  if (voice - noise < LEAST_RANGE || voice < SOFTEST_VOICE) return undefined;
  const enough = Math.max(noise + ABOVE_NOISE, voice - BELOW_LOUDEST);
  const first = levels.findIndex((level) => level > enough);
  const last = levels.findLastIndex((level) => level > enough);
  return {
    from: Math.max(0, first * frame - Math.round(BEFORE * rate)),
    to: Math.min(samples.length, (last + 1) * frame + Math.round(AFTER * rate)),
    noise,
    voice,
    isCut: first < SHORTEST || last >= levels.length - SHORTEST,
  };
}

/** The words alone, with soft edges. */
export function trimmed(samples: Float32Array, { from, to }: Heard, rate: Hertz): Samples {
  const kept = Float32Array.from(samples.subarray(from, to));
  const [fadeIn, fadeOut] = [Math.round(FADE_IN * rate), Math.round(FADE_OUT * rate)];
  for (let i = 0; i < fadeIn; i++) kept[i] = (kept[i] ?? 0) * raisedCosine(i / fadeIn);
  for (let i = 0; i < fadeOut; i++) {
    const at = kept.length - 1 - i;
    kept[at] = (kept[at] ?? 0) * raisedCosine(i / fadeOut);
  }
  return kept;
}

function levelsOf(samples: Float32Array, frame: number): Decibels[] {
  return Array.from({ length: Math.floor(samples.length / frame) }, (_, nth) => {
    let sum = 0;
    for (let i = nth * frame; i < (nth + 1) * frame; i++) sum += (samples[i] ?? 0) ** 2;
    return Math.max(FLOOR, 10 * Math.log10(sum / frame));
  });
}

/** The median of each frame and those beside it: what is shorter than half of them disappears. */
function withoutClicks(levels: readonly Decibels[]): Decibels[] {
  const reach = Math.floor(SHORTEST / 2);
  return levels.map((_, nth) => {
    const near = levels.slice(Math.max(0, nth - reach), nth + reach + 1).sort((a, b) => a - b);
    return near[Math.floor(near.length / 2)] ?? FLOOR;
  });
}

function raisedCosine(part: number): number {
  return (1 - Math.cos(Math.PI * part)) / 2;
}
