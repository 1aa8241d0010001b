const HEADER = 44;

/** A WAV file of one channel of 16 bit, of pieces that may be the same one many times: an hour costs no more than a minute. */
export function wavFile(rate: number, ...pieces: readonly Float32Array[]): Blob {
  const written = new Map<Float32Array, Int16Array<ArrayBuffer>>();
  const data = pieces.map((piece) => {
    const known = written.get(piece) ?? Int16Array.from(piece, (sample) => Math.round(sample * 32_767));
    written.set(piece, known);
    return known;
  });
  const length = data.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return new Blob([header(rate, length), ...data], { type: 'audio/wav' });
}

function header(rate: number, data: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(HEADER));
  const tag = (at: number, name: string) =>
    [...name].forEach((letter, nth) => view.setUint8(at + nth, letter.charCodeAt(0)));
  tag(0, 'RIFF');
  view.setUint32(4, HEADER - 8 + data, true);
  tag(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  tag(36, 'data');
  view.setUint32(40, data, true);
  return view.buffer;
}
