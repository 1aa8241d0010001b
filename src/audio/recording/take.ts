import type { Decibels, Hertz, Result, Seconds } from '#session/units.ts';
import { filterOnce, highPass } from '../sounds/filters.ts';
import type { Loudness } from '../sounds/loudness.ts';
import { isTooLoud, levelled, measured, NEAR_ENOUGH, VOICE_LOUDNESS } from './levelling.ts';
import { resampled } from './resample.ts';
import { heardIn, trimmed, type Heard } from './trim.ts';
import { LINE_RATE, readWav, wavOf, type WavProblem } from './wav.ts';

/** What may be said of a recording; none of it forbids keeping it. */
export type Remark = 'clipped' | 'noisy' | 'far' | 'cut' | 'uneven';

/** A recorded line, ready to be kept. */
export interface Take {
  /** A WAV file. */
  readonly sound: ArrayBuffer;
  readonly seconds: Seconds;
  readonly loudness: Loudness;
  readonly truePeak: Decibels;
  readonly remarks: readonly Remark[];
  /** The whole recording as it was, for drawing: the highest sample of each stretch, and which of them were kept. */
  readonly picture: Picture;
}

export interface Picture {
  /** 0 to 1, relative to the loudest. */
  readonly heights: readonly number[];
  /** The kept part, as shares of the whole. */
  readonly from: number;
  readonly to: number;
}

/** Below this no voice reaches: what rumbles is the building, and what is constant is the microphone's. */
const RUMBLE: Hertz = 60;
/** At the converter's end several samples in a row stand at the same height. */
const CLIPPED_RUN = 4;
const CLIPPED_AT = 0.985;
/** Less between voice and room than this is heard as hiss once the line is as loud as it is to be. */
const CLEAN: Decibels = 25;
/** A voice that has to be raised by more was far from the microphone. */
const NEAR: Decibels = 26;
const STRETCHES = 160;

/** From the raw recording to a line: rumble out, words found, edges soft, level right. */
export function takeOf(raw: Float32Array, rate: Hertz): Result<Take, 'nothing-heard'> {
  const whole = filterOnce(resampled(raw, rate, LINE_RATE), highPass(RUMBLE, Math.SQRT1_2, LINE_RATE));
  const heard = heardIn(whole, LINE_RATE);
  if (heard === undefined) return { ok: false, problem: 'nothing-heard' };
  const line = levelled(trimmed(whole, heard, LINE_RATE), LINE_RATE);
  const remarks: [Remark, boolean][] = [
    ['clipped', isClipped(raw)],
    ['noisy', heard.voice - heard.noise < CLEAN],
    ['far', line.gain > NEAR],
    ['cut', heard.isCut],
    ['uneven', line.loudness < VOICE_LOUDNESS - NEAR_ENOUGH],
  ];
  return {
    ok: true,
    value: {
      sound: wavOf(line.samples),
      seconds: line.samples.length / LINE_RATE,
      loudness: line.loudness,
      truePeak: line.truePeak,
      remarks: remarks.flatMap(([remark, is]) => (is ? [remark] : [])),
      picture: pictureOf(whole, heard),
    },
  };
}

/**
 * A line that comes from elsewhere, brought down where it is too loud. It is written anew either way: what else is in the
 * file another reader may take for its sound.
 */
export function lineFrom(file: ArrayBuffer): Result<Pick<Take, 'sound' | 'seconds'>, WavProblem> {
  const read = readWav(file);
  if (!read.ok) return read;
  const samples = read.value;
  const isLoud = isTooLoud(measured(samples, LINE_RATE));
  const sound = wavOf(isLoud ? levelled(samples, LINE_RATE).samples : samples);
  return { ok: true, value: { sound, seconds: samples.length / LINE_RATE } };
}

function isClipped(raw: Float32Array): boolean {
  let run = 0;
  for (const sample of raw) {
    run = Math.abs(sample) >= CLIPPED_AT ? run + 1 : 0;
    if (run >= CLIPPED_RUN) return true;
  }
  return false;
}

function pictureOf(whole: Float32Array, { from, to }: Heard): Picture {
  const length = whole.length / STRETCHES;
  const highest = Array.from({ length: STRETCHES }, (_, nth) => {
    const stretch = whole.subarray(Math.floor(nth * length), Math.floor((nth + 1) * length));
    return stretch.reduce((high, sample) => Math.max(high, Math.abs(sample)), 0);
  });
  const most = Math.max(...highest, 1e-6);
  return {
    heights: highest.map((height) => height / most),
    from: from / whole.length,
    to: to / whole.length,
  };
}
