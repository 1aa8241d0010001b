import type { Hertz } from '#session/units.ts';

/** Bytes before the samples. */
export const WAV_HEADER = 44;
const BYTES = 2;

/** What a WAV of 16 bit begins with; `data` is its length in bytes without the header. */
export function wavHeader(channels: 1 | 2, rate: Hertz, data: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(WAV_HEADER));
  const tag = (at: number, name: string) =>
    [...name].forEach((letter, nth) => view.setUint8(at + nth, letter.charCodeAt(0)));
  tag(0, 'RIFF');
  view.setUint32(4, WAV_HEADER - 8 + data, true);
  tag(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * channels * BYTES, true);
  view.setUint16(32, channels * BYTES, true);
  view.setUint16(34, 8 * BYTES, true);
  tag(36, 'data');
  view.setUint32(40, data, true);
  return view.buffer;
}
