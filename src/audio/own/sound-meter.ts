import type { Decibels, Hertz } from '#session/units.ts';
import { OVERSHOOT, TRUE_PEAK_REACH, truePeakAt } from '../limiter/true-peak.ts';
import { createLoudnessMeter } from '../sounds/loudness.ts';

/** How loud a sound is as a whole, and its highest point between samples. */
export interface Loudness {
  /** Integrated, in LUFS; −∞ where nothing is loud enough to count. One channel counts as it is heard: from both sides. */
  readonly loudness: number;
  /** dBTP; −∞ for silence. */
  readonly truePeak: Decibels;
}

/** Takes a sound in pieces of any length and keeps none of them. */
export interface SoundMeter {
  /** One piece, channel by channel, all as long as the first. */
  add(channels: readonly Float32Array[]): void;
  result(): Loudness;
}

/** A block of BS.1770; silence of that length after its end tells nothing new of a sound, and lets a short one count. */
const BLOCK = 0.4;
/** Both speakers sound where there is one channel. */
const BOTH_SIDES: Decibels = 10 * Math.log10(2);

export function createSoundMeter(sampleRate: Hertz, channelCount: 1 | 2): SoundMeter {
  const loudness = createLoudnessMeter(sampleRate);
  const peaks = Array.from({ length: channelCount }, createPeakMeter);
  let frames = 0;
  return {
    add(channels) {
      frames += channels[0]?.length ?? 0;
      loudness.add(channels);
      for (const [nth, samples] of channels.entries()) peaks[nth]?.add(samples);
    },
    result() {
      const missing = Math.max(0, Math.ceil(BLOCK * sampleRate) - frames);
      loudness.add(peaks.map(() => new Float32Array(missing)));
      return {
        loudness: loudness.integrated() + (channelCount === 1 ? BOTH_SIDES : 0),
        truePeak: 20 * Math.log10(Math.max(...peaks.map((each) => each.peak()))),
      };
    },
  };
}

interface PeakMeter {
  add(samples: Float32Array): void;
  peak(): number;
}

/** How many samples are judged at once: where none of them could lead to a higher peak, nothing is estimated. */
const STRETCH = 64;

function createPeakMeter(): PeakMeter {
  let highest = 0;
  let tail = new Float32Array(TRUE_PEAK_REACH);

  function judge(samples: Float32Array): void {
    const half = TRUE_PEAK_REACH / 2;
    for (let from = half; from < samples.length - half; from += STRETCH) {
      const to = Math.min(from + STRETCH, samples.length - half);
      let loudest = 0;
      for (let i = from - half; i < to + half; i++) loudest = Math.max(loudest, Math.abs(samples[i] ?? 0));
      if (loudest * OVERSHOOT <= highest) continue;
      for (let i = from; i < to; i++) highest = Math.max(highest, truePeakAt(samples, i));
    }
  }
  return {
    add(samples) {
      const joined = new Float32Array(tail.length + samples.length);
      joined.set(tail);
      joined.set(samples, tail.length);
      judge(joined);
      tail = joined.slice(-TRUE_PEAK_REACH);
    },
    peak() {
      judge(Float32Array.of(...tail, ...new Float32Array(TRUE_PEAK_REACH)));
      return highest;
    },
  };
}
