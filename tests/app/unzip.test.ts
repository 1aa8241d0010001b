import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipOf } from '#app/voices/unzip.ts';

const MB = 1024 * 1024;
const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
const END = 22;

/** Where the list of files in a zip without a comment begins. */
const listOf = (zip: Uint8Array) => new DataView(zip.buffer).getUint32(zip.length - END + 16, true);
function changed(zip: Uint8Array, change: (view: DataView, list: number) => void): Uint8Array {
  const copy = zip.slice();
  change(new DataView(copy.buffer), listOf(copy));
  return copy;
}

/** A small zip whose 64-bit directory claims four thousand million entries. */
function endless(): Uint8Array {
  const zip = zipSync({ a: strToU8('a') }, { level: 0 });
  const whole = new Uint8Array(zip.length + 76);
  whole.set(zip.subarray(0, -END));
  const [record, locator] = [zip.length - END, zip.length - END + 56];
  const view = new DataView(whole.buffer);
  view.setUint32(record, 0x06_06_4b_50, true);
  view.setUint32(record + 32, 0xff_ff_ff_ff, true);
  view.setUint32(locator, 0x07_06_4b_50, true);
  view.setUint32(locator + 8, record, true);
  whole.set(zip.subarray(-END), locator + 20);
  view.setUint16(whole.length - END + 8, 0xffff, true);
  view.setUint16(whole.length - END + 10, 0xffff, true);
  return whole;
}

describe('a zip from anywhere', () => {
  it('is read as other programs put it together, stored or deflated, with a comment or without', () => {
    for (const level of [0, 6, 9] as const) {
      const files = {
        'manifest.json': strToU8('{"a":1}'),
        'clips/é.wav': new Uint8Array(9000).fill(7),
        empty: new Uint8Array(),
      };
      const zip = zipOf(zipSync(files, { level, comment: 'kept by hand' }));
      expect(zip?.names).toEqual(Object.keys(unzipSync(zipSync(files))));
      expect(zip?.size).toBe(9007);
      for (const [name, bytes] of Object.entries(files)) expect(zip?.unpack(name)).toEqual(bytes);
      expect([zip?.sizeOf('other'), zip?.unpack('other')]).toEqual([undefined, undefined]);
    }
  });

  it('one that was joined to another program is no zip, nor is one that is cut off', () => {
    const zip = zipSync({ a: strToU8('abc') }, { level: 0 });
    for (let length = 0; length < zip.length; length++) expect(zipOf(zip.slice(0, length))).toBeUndefined();
    expect(text(zipOf(zip)?.unpack('a'))).toBe('abc');
  });

  // Mutant: `unpack` that does not ask for the sum -> red.
  it('a file in which a bit was flipped is not unpacked', () => {
    const lake = 'the lake, the lake, the lake';
    for (const level of [0, 9] as const) {
      const zip = zipSync({ a: strToU8(lake) }, { level });
      for (let at = 31; at < listOf(zip); at++) {
        const flipped = changed(zip, (view) => view.setUint8(at, view.getUint8(at) ^ 128));
        // Deflate ends in bits that mean nothing.
        const harmless = level === 9 && at === listOf(zip) - 1 ? lake : undefined;
        expect([undefined, harmless]).toContain(text(zipOf(flipped)?.unpack('a')));
      }
    }
  });

  it('a small file that unpacks to more than it claims is given up at once', () => {
    const bomb = zipSync({ a: new Uint8Array(64 * MB) }, { level: 9 });
    const lying = changed(bomb, (view, list) => view.setUint32(list + 24, 100, true));
    expect(lying.length).toBeLessThan(MB);
    expect([zipOf(lying)?.size, zipOf(lying)?.unpack('a')]).toEqual([100, undefined]);
  });

  it('a small file that claims to be larger than it can be is not begun with', () => {
    const small = zipSync({ a: strToU8('abc'.repeat(50)) }, { level: 9 });
    const claiming = changed(small, (view, list) => view.setUint32(list + 24, 0xff_ff_ff_f0, true));
    expect(zipOf(claiming)?.unpack('a')).toBeUndefined();
  });

  // Mutant: without MOST_FILES and the kind of an entry asked for -> red.
  it('a directory without an end is not walked through', () => {
    expect(zipOf(endless())).toBeUndefined();
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, nth) => [`f${nth}`, new Uint8Array()]));
    expect(zipOf(zipSync(many))).toBeUndefined();
  });

  it('one with the same name twice, another way of packing, or a list that leads elsewhere is refused', () => {
    const zip = zipSync({ a: strToU8('abc'), b: strToU8('xyz') }, { level: 0 });
    const second = 47; // the first of them: its 46 bytes and a name of one
    expect(zipOf(changed(zip, (view, list) => view.setUint8(list + second + 46, 97)))).toBeUndefined();
    expect(zipOf(changed(zip, (view, list) => view.setUint16(list + 10, 9, true)))).toBeUndefined();
    expect(zipOf(changed(zip, (view) => view.setUint32(zip.length - 6, 5, true)))).toBeUndefined();
    const beyond = changed(zip, (view, list) => view.setUint32(list + 42, 0xff_ff_ff_f0, true));
    expect(zipOf(beyond)?.unpack('a')).toBeUndefined();
    const longer = changed(zip, (view, list) => view.setUint32(list + 20, 0xff_ff_ff_f0, true));
    expect(zipOf(longer)?.unpack('a')).toBeUndefined();
  });
});
