/** The name under which page and audio thread know the recorder. */
export const MICROPHONE_PROCESSOR = 'undertone-microphone';
/** Samples in a message: a multiple of the 128 the audio thread works in, some twenty messages a second. */
export const CHUNK = 2048;
/** What the page says to have the rest at once. */
export const GIVE_REST = 'rest';

/** Puts what comes in small pieces together to chunks. Only a rest is shorter than a chunk: that is how it is known. */
export function createChunks(give: (chunk: Float32Array<ArrayBuffer>) => void) {
  let chunk = new Float32Array(CHUNK);
  let filled = 0;
  const next = () => {
    chunk = new Float32Array(CHUNK);
    filled = 0;
  };
  return {
    /** As many samples as fit without a rest into a chunk: 128 at a time. */
    add(samples: Float32Array): void {
      chunk.set(samples, filled);
      filled += samples.length;
      if (filled < CHUNK) return;
      give(chunk);
      next();
    },
    /** What has come since the last chunk, even if that is nothing. */
    giveRest(): void {
      give(chunk.slice(0, filled));
      next();
    },
  };
}
