import type { Piece } from '../limiter/limiting.ts';

/** Makes one file of what it is given, stretch by stretch. */
export interface Writer {
  /** Resolves once it is ready for more, so that little waits in memory. */
  add(piece: Piece): Promise<void>;
  finish(): Promise<Blob>;
}
