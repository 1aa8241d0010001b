import type { Result, Seconds } from '#session/units.ts';
import { decode, DECODED_BUDGET } from '../decoding.ts';
import { SAMPLE_RATE } from '../sample-rate.ts';
import { createSoundMeter } from './sound-meter.ts';
import { headerProblem, judged, LARGEST_FILE, type Measured, type Unreadable } from './measured.ts';
import type { MeasuringNews } from './measuring.worker.ts';
import { durationInElement } from './probing.ts';

export interface MeasuringParts {
  /** Hears what share is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

type Read = Result<Measured, Unreadable>;

/** A worker that says nothing for so long has come to harm by what it reads. */
const SILENT_FOR: Seconds = 10;
/** In bytes, where all of a file is read at once: as long as that may be, in the finest of formats. */
const LARGEST_WHOLE = 4 * DECODED_BUDGET;
const BYTES_A_SECOND = 2 * 4 * SAMPLE_RATE;

/** Finds out whether a file can be played here, how long it is and how loud. The file itself is not kept. */
export async function measureSound(file: Blob, parts: MeasuringParts): Promise<Read> {
  if (file.size > LARGEST_FILE) return { ok: false, problem: { kind: 'too-big' } };
  const read = await measureInWorker(file, parts);
  const inPieces = read.ok || read.problem.kind !== 'unreadable-here' || 'AudioDecoder' in globalThis;
  const measured = inPieces ? read : await measureWhole(file, read);
  if (!measured.ok) return measured;
  // Long sounds are played by a media element: what it cannot open would be silence in a session.
  if ((await durationInElement(file)) !== undefined) return measured;
  return { ok: false, problem: { kind: 'unreadable-here', formats: ['WAV', 'MP3', 'M4A'] } };
}

function measureInWorker(file: Blob, { onProgress, signal }: MeasuringParts): Promise<Read> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./measuring.worker.ts', import.meta.url), { type: 'module' });
    let silence: ReturnType<typeof setTimeout>;
    const end = (result: Read) => {
      clearTimeout(silence);
      worker.terminate();
      resolve(result);
    };
    const wait = () => {
      clearTimeout(silence);
      silence = setTimeout(() => end({ ok: false, problem: { kind: 'damaged' } }), SILENT_FOR * 1000);
    };
    worker.onmessage = ({ data }: MessageEvent<MeasuringNews>) => {
      wait();
      if (data.kind === 'progress') onProgress(data.share);
      else end(data.result);
    };
    worker.onerror = () => end({ ok: false, problem: { kind: 'damaged' } });
    signal.addEventListener('abort', () => end({ ok: false, problem: { kind: 'cancelled' } }));
    wait();
    worker.postMessage(file);
  });
}

/** Where the browser has no WebCodecs (Safari before 26, Firefox before 130): decoded at once, as far as that fits. */
async function measureWhole(file: Blob, refusal: Read): Promise<Read> {
  const seconds = await durationInElement(file);
  if (seconds === undefined) return refusal;
  const most = DECODED_BUDGET / BYTES_A_SECOND;
  if (!(seconds <= most) || file.size > LARGEST_WHOLE)
    return { ok: false, problem: { kind: 'too-long-here', minutes: Math.floor(most / 60) } };
  try {
    return measureBuffer(await decode(await file.arrayBuffer()));
  } catch {
    return { ok: false, problem: { kind: 'damaged' } };
  }
}

function measureBuffer(buffer: AudioBuffer): Read {
  const { sampleRate, duration, numberOfChannels: channels } = buffer;
  const problem = headerProblem(channels, sampleRate);
  if (problem !== undefined) return { ok: false, problem };
  const meter = createSoundMeter(sampleRate, channels === 1 ? 1 : 2);
  meter.add(Array.from({ length: channels }, (_, nth) => buffer.getChannelData(nth)));
  return judged({ seconds: duration, channels, sampleRate, ...meter.result() });
}
