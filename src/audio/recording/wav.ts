import type { Hertz, Result, Seconds } from '#session/units.ts';
import type { Samples } from '../sounds/samples.ts';
import { WAV_HEADER, wavHeader } from '../wav-header.ts';

/** Lines are kept like this: speech has nothing above 12 kHz that a session needs, and a minute is 2.9 MB. */
export const LINE_RATE: Hertz = 24_000;
const BYTES = 2;
/** No line is longer. */
export const LONGEST_LINE: Seconds = 60;

/** A WAV file: one channel of 16 bit at 24 kHz. */
export function wavOf(samples: Float32Array): ArrayBuffer {
  const bytes = new ArrayBuffer(WAV_HEADER + samples.length * BYTES);
  const view = new DataView(bytes);
  new Uint8Array(bytes).set(new Uint8Array(wavHeader(1, LINE_RATE, samples.length * BYTES)));
  for (const [nth, sample] of samples.entries())
    view.setInt16(WAV_HEADER + nth * BYTES, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true);
  return bytes;
}

/** Why a file is not a line. */
export type WavProblem = 'not-wav' | 'other-format' | 'too-long' | 'empty';

/** Reads what `wavOf` writes, and the same with other chunks in it, as sound programs write it. */
export function readWav(bytes: ArrayBuffer): Result<Samples, WavProblem> {
  const view = new DataView(bytes);
  if (bytes.byteLength < WAV_HEADER || tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE')
    return no('not-wav');
  const chunks = chunksOf(view);
  const format = chunks.get('fmt ');
  const data = chunks.get('data');
  if (format === undefined || data === undefined || format.length < 16) return no('not-wav');
  if (!isLineFormat(view, format.at)) return no('other-format');
  const count = Math.floor(data.length / BYTES);
  if (count === 0) return no('empty');
  if (count > LONGEST_LINE * LINE_RATE) return no('too-long');
  const value = Float32Array.from(
    { length: count },
    (_, nth) => view.getInt16(data.at + nth * BYTES, true) / 32_767,
  );
  return { ok: true, value };
}

interface Chunk {
  readonly at: number;
  readonly length: number;
}

/** The first of each name. One that claims to be longer than the file ends where the file does. */
function chunksOf(view: DataView): ReadonlyMap<string, Chunk> {
  const chunks = new Map<string, Chunk>();
  for (let place = 12; place + 8 <= view.byteLength;) {
    const length = view.getUint32(place + 4, true);
    const at = place + 8;
    const name = tag(view, place);
    if (!chunks.has(name)) chunks.set(name, { at, length: Math.min(length, view.byteLength - at) });
    place = at + length + (length % 2);
  }
  return chunks;
}

function isLineFormat(view: DataView, at: number): boolean {
  const [kind, channels, rate, bits] = [
    view.getUint16(at, true),
    view.getUint16(at + 2, true),
    view.getUint32(at + 4, true),
    view.getUint16(at + 14, true),
  ];
  return kind === 1 && channels === 1 && rate === LINE_RATE && bits === 16;
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((nth) => view.getUint8(at + nth)));
}

function no(problem: WavProblem): { readonly ok: false; readonly problem: WavProblem } {
  return { ok: false, problem };
}
