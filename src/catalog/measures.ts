import bdl from './voice-en-bdl.measures.json' with { type: 'json' };

/** A rendered line as its file was measured: what scripts write and tests hold the files against. The app needs none of it. */
export interface ClipMeasures {
  /** Relative to the page. */
  readonly url: string;
  /** Seconds. */
  readonly duration: number;
  /** LUFS. */
  readonly loudness: number;
  /** dBTP. */
  readonly truePeak: number;
  readonly bytes: number;
  /** Of the words it speaks, so that words and clip cannot part unnoticed. */
  readonly textHash: string;
}

/** By line id. */
export const clipMeasures: Readonly<Record<string, ClipMeasures>> = bdl.lines;
