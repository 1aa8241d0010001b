import type { Hertz } from '#session/units.ts';
import { createLimiter, type Limiter } from './limiter.ts';

/** One piece of stereo. */
export interface Piece {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** The limiter over pieces that follow each other: what comes out is as long as what went in, and in its place. */
export interface Limiting {
  /** Works in the piece itself; the first one comes out shorter, by what the limiter looks ahead. */
  limited(piece: Piece): Piece;
  /** What is still in it, once all pieces have gone in. */
  rest(): Piece;
}

export function createLimiting(sampleRate: Hertz): Limiting {
  const limiter = createLimiter(sampleRate);
  let skip = limiter.latency;
  return {
    limited(piece) {
      const { left, right } = limitedBy(limiter, piece);
      const skipped = Math.min(skip, left.length);
      skip -= skipped;
      return { left: left.subarray(skipped), right: right.subarray(skipped) };
    },
    rest() {
      const rest = limitedBy(limiter, {
        left: new Float32Array(limiter.latency),
        right: new Float32Array(limiter.latency),
      });
      return { left: rest.left.subarray(skip), right: rest.right.subarray(skip) };
    },
  };
}

function limitedBy(limiter: Limiter, { left, right }: Piece): Piece {
  limiter.process(left, right, left, right);
  return { left, right };
}
