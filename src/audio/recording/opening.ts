import type { Result } from '#session/units.ts';
import { durationInElement } from '../own/probing.ts';
import type { Raw } from './line-worker.ts';
import { LONGEST_LINE } from './wav.ts';

/** Why a file is not opened as a line. */
export type OpeningProblem = 'not-a-sound' | 'long-line';

/** Enough for what a telephone or a recorder writes; it is brought to the rate of lines afterwards. */
const RATE = 48_000;

/** A recording from elsewhere: its sound as one channel. How long it is is asked before anything is decoded. */
export async function openRecording(file: Blob): Promise<Result<Raw, OpeningProblem>> {
  const seconds = await durationInElement(file);
  if (seconds === undefined) return { ok: false, problem: 'not-a-sound' };
  if (!(seconds <= LONGEST_LINE)) return { ok: false, problem: 'long-line' };
  try {
    const decoder = new OfflineAudioContext(1, 1, RATE);
    const buffer = await decoder.decodeAudioData(await file.arrayBuffer());
    return { ok: true, value: { samples: asOne(buffer), rate: RATE } };
  } catch {
    return { ok: false, problem: 'not-a-sound' };
  }
}

function asOne(buffer: AudioBuffer): Float32Array<ArrayBuffer> {
  const sum = new Float32Array(buffer.length);
  for (let nth = 0; nth < buffer.numberOfChannels; nth++)
    for (const [at, sample] of buffer.getChannelData(nth).entries())
      sum[at] = (sum[at] ?? 0) + sample / buffer.numberOfChannels;
  return sum;
}
