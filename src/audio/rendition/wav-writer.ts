import type { Hertz } from '#session/units.ts';
import type { Piece } from '../limiter/limiting.ts';
import { createRandom } from '../sounds/random.ts';
import { wavHeader } from '../wav-header.ts';
import { TYPES } from './formats.ts';
import type { Writer } from './writer.ts';

/** Two channels of 16 bit. */
const BYTES_A_FRAME = 4;
const FULL = 32_767;

/**
 * A WAV of two channels of 16 bit, for browsers that encode nothing. Each stretch becomes a blob of its own, which a
 * browser may keep on the disk: 12 MB a minute are never in memory together.
 */
export function createWavWriter(sampleRate: Hertz): Writer {
  const parts: Blob[] = [];
  let frames = 0;
  const dither = createDither();
  return {
    add(piece) {
      parts.push(new Blob([interleaved(piece, dither)]));
      frames += piece.left.length;
      return Promise.resolve();
    },
    finish: () =>
      Promise.resolve(
        new Blob([wavHeader(2, sampleRate, frames * BYTES_A_FRAME), ...parts], { type: TYPES.wav }),
      ),
  };
}

function interleaved({ left, right }: Piece, dither: () => number): Int16Array<ArrayBuffer> {
  const samples = new Int16Array(left.length * 2);
  for (let frame = 0; frame < left.length; frame++) {
    samples[2 * frame] = rounded(left[frame] ?? 0, dither);
    samples[2 * frame + 1] = rounded(right[frame] ?? 0, dither);
  }
  return samples;
}

function rounded(sample: number, dither: () => number): number {
  return Math.round(Math.max(-1, Math.min(1, sample)) * FULL + dither());
}

/** Triangular, one step either way: the long fades of a practice end in an even hiss at −96 dB, not in steps. */
function createDither(): () => number {
  const random = createRandom(16);
  return () => random() - random();
}
