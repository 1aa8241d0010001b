import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINE_RATE, LONGEST_LINE, readWav, wavOf } from '#audio/recording/wav.ts';

const sixteenBit = fc
  .array(fc.integer({ min: -32_767, max: 32_767 }), { minLength: 1, maxLength: 400 })
  .map((values) => Float32Array.from(values, (value) => value / 32_767));

/** A file with another chunk before its samples, as sound programs write them. */
function withChunk(file: ArrayBuffer, length: number): ArrayBuffer {
  const chunk = new Uint8Array(8 + length + (length % 2));
  chunk.set(new TextEncoder().encode('LIST'));
  new DataView(chunk.buffer).setUint32(4, length, true);
  const bytes = new Uint8Array(file);
  return Uint8Array.from([...bytes.subarray(0, 36), ...chunk, ...bytes.subarray(36)]).buffer;
}

function changed(at: number, write: (view: DataView, at: number) => void): ArrayBuffer {
  const file = wavOf(new Float32Array(100));
  write(new DataView(file), at);
  return file;
}

describe('a line as a file', () => {
  it('[E25] says the same when it is read and written again, byte for byte', () => {
    fc.assert(
      fc.property(sixteenBit, (samples) => {
        const file = wavOf(samples);
        const read = readWav(file);
        expect(read.ok && read.value).toEqual(samples);
        expect(read.ok && new Uint8Array(wavOf(read.value))).toEqual(new Uint8Array(file));
      }),
    );
  });

  it('[E25] may have other chunks in it', () => {
    fc.assert(
      fc.property(sixteenBit, fc.integer({ min: 0, max: 33 }), (samples, length) => {
        const read = readWav(withChunk(wavOf(samples), length));
        expect(read.ok && read.value).toEqual(samples);
      }),
    );
  });

  it('[E25] whatever bytes come: read, or refused with what is wrong', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, dressed) => {
        const file = Uint8Array.from(bytes);
        if (dressed) file.set(new Uint8Array(wavOf(new Float32Array(0))).subarray(0, file.length));
        expect(() => readWav(file.buffer)).not.toThrow();
      }),
    );
  });

  it.each<[string, ArrayBuffer]>([
    ['not-wav', new ArrayBuffer(10)],
    ['not-wav', new TextEncoder().encode('<svg>'.repeat(20)).buffer],
    ['not-wav', changed(12, (view, at) => view.setUint8(at, 0))],
    ['other-format', changed(22, (view, at) => view.setUint16(at, 2, true))],
    ['other-format', changed(24, (view, at) => view.setUint32(at, 44_100, true))],
    ['other-format', changed(34, (view, at) => view.setUint16(at, 24, true))],
    ['empty', wavOf(new Float32Array(0))],
    ['too-long', wavOf(new Float32Array(LONGEST_LINE * LINE_RATE + 1))],
  ])('[E25] is refused as %s', (problem, file) => {
    expect(readWav(file)).toEqual({ ok: false, problem });
  });

  it('[E25] ends where the file does, whatever it claims', () => {
    const read = readWav(changed(40, (view, at) => view.setUint32(at, 0xffffffff, true)));
    expect(read.ok && read.value.length).toBe(100);
  });
});
