import type { Result } from '#session/units.ts';
import { decode } from '../decoding.ts';
import { measureSound } from '../own/measuring.ts';
import { durationInElement } from '../own/probing.ts';
import { SAMPLE_RATE } from '../sample-rate.ts';
import type { Raw } from './line-worker.ts';
import { LONGEST_LINE } from './wav.ts';

/** Why a file is not opened as a line. */
export type OpeningProblem = 'not-a-sound' | 'long-line';

/** In bytes: a minute in the finest of formats takes less; of one that cannot be read in pieces, as it comes from a recorder. */
const LARGEST_RECORDING = 100 * 1024 * 1024;
const LARGEST_UNREAD = 16 * 1024 * 1024;

/** A recording from elsewhere: its sound as one channel. How long it is is asked before all of it is decoded. */
export async function openRecording(file: Blob): Promise<Result<Raw, OpeningProblem>> {
  if (file.size > LARGEST_RECORDING) return { ok: false, problem: 'long-line' };
  const seconds = await durationInElement(file);
  if (seconds === undefined) return { ok: false, problem: 'not-a-sound' };
  if (!(seconds <= LONGEST_LINE) || (await isLonger(file))) return { ok: false, problem: 'long-line' };
  try {
    const buffer = await decode(await file.arrayBuffer()); // it is brought to the rate of lines afterwards
    if (buffer.duration > LONGEST_LINE) return { ok: false, problem: 'long-line' }; // whatever its header says
    const samples = asOne(buffer);
    if (!samples.every(Number.isFinite)) return { ok: false, problem: 'not-a-sound' };
    return { ok: true, value: { samples, rate: SAMPLE_RATE } };
  } catch {
    return { ok: false, problem: 'not-a-sound' };
  }
}

/** Whatever its header says: a small file that is well packed can hold hours, and those would not fit into memory. */
async function isLonger(file: Blob): Promise<boolean> {
  const parts = { onProgress: () => undefined, signal: new AbortController().signal };
  const read = await measureSound(file, parts);
  if (read.ok) return read.value.seconds > LONGEST_LINE;
  return read.problem.kind.startsWith('too-long') || file.size > LARGEST_UNREAD;
}

function asOne(buffer: AudioBuffer): Float32Array<ArrayBuffer> {
  const sum = new Float32Array(buffer.length);
  for (let nth = 0; nth < buffer.numberOfChannels; nth++)
    for (const [at, sample] of buffer.getChannelData(nth).entries())
      sum[at] = (sum[at] ?? 0) + sample / buffer.numberOfChannels;
  return sum;
}
