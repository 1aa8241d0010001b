import type { Decibels, Seconds } from '#session/units.ts';
import { CHUNK } from './microphone-processor.ts';
import { LONGEST_LINE } from './wav.ts';

/** Two chunks are the last tenth of a second. */
const METERED = 2;

/** Keeps what is heard while it is to be kept, and how loud it is all the time. */
export function createEar(rate: number) {
  let kept: Float32Array[] | undefined;
  let length = 0;
  let most = LONGEST_LINE;
  let peaks: number[] = [];
  let onRest: (() => void) | undefined;
  return {
    hear(chunk: Float32Array): void {
      peaks = [...peaks, chunk.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)].slice(-METERED);
      if (kept !== undefined && length + chunk.length <= most * rate) {
        kept.push(chunk);
        length += chunk.length;
      }
      if (chunk.length < CHUNK) onRest?.();
    },
    level: (): Decibels => 20 * Math.log10(Math.max(1e-5, ...peaks)),
    /** At the most so much of it. */
    record: (longest: Seconds = LONGEST_LINE) => {
      most = longest;
      kept = [];
      length = 0;
    },
    /** Resolves when the rest of what was said is there. */
    rest: () => new Promise<void>((resolve) => (onRest = resolve)),
    finish(): Float32Array<ArrayBuffer> {
      const whole = new Float32Array(length);
      let at = 0;
      for (const chunk of kept ?? []) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      kept = undefined;
      return whole;
    },
  };
}
