import { Inflate } from 'fflate';

/** One file in a zip, as its directory tells of it; nothing is unpacked yet. */
interface Entry {
  readonly isPacked: boolean;
  readonly crc: number;
  /** In the zip, in bytes. */
  readonly length: number;
  /** Unpacked, in bytes: as it is claimed, and more is never unpacked. */
  readonly size: number;
  /** Where its own header begins. */
  readonly at: number;
}

/** The files in a zip, by their names. */
export interface Zip {
  readonly names: readonly string[];
  /** What all of them claim to be unpacked, in bytes. */
  readonly size: number;
  sizeOf(name: string): number | undefined;
  /** Undefined where it is not what was put in there: cut off, changed, or larger than it claims. */
  unpack(name: string): Uint8Array | undefined;
}

/** Any line of the app, thrice. */
const MOST_FILES = 2000;
const END = 0x06_05_4b_50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const LISTED = 0x02_01_4b_50;
const LISTED_LENGTH = 46;
const FILE = 0x04_03_4b_50;
const FILE_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
/** So much is unpacked at once, before it is asked how much came of it: a thousandfold at the most. */
const PIECE = 4096;

/** Whether the bytes begin as a zip does. */
export function beginsAsZip(file: Uint8Array): boolean {
  return file.length >= 4 && viewOf(file).getUint32(0, true) === FILE;
}

/**
 * Looks up what is in a zip (PKWARE APPNOTE 6.3, without 64-bit sizes and ciphers). Undefined where its directory cannot be
 * read whole. Nothing the directory says is believed: fflate's own `unzipSync` (0.8.3) goes on for minutes over a small
 * file that claims to have four thousand million entries, or that unpacks to more than it claims, and checks no sums.
 */
export function zipOf(file: Uint8Array): Zip | undefined {
  const entries = directoryOf(file);
  if (entries === undefined) return undefined;
  return {
    names: [...entries.keys()],
    size: [...entries.values()].reduce((sum, { size }) => sum + size, 0),
    sizeOf: (name) => entries.get(name)?.size,
    unpack(name) {
      const entry = entries.get(name);
      const bytes = entry && bytesOf(file, entry);
      return bytes !== undefined && crcOf(bytes) === entry?.crc ? bytes : undefined;
    },
  };
}

function directoryOf(file: Uint8Array): ReadonlyMap<string, Entry> | undefined {
  const view = viewOf(file);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  if (count > MOST_FILES) return undefined;
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let nth = 0; nth < count; nth++) {
    if (at + LISTED_LENGTH > end || view.getUint32(at, true) !== LISTED) return undefined;
    const [name, after] = nameAt(file, at + LISTED_LENGTH, view.getUint16(at + 28, true));
    if (after > end || entries.has(name)) return undefined; // twice the same: which of them is meant?
    const method = view.getUint16(at + 10, true);
    if (method !== STORED && method !== DEFLATED) return undefined;
    entries.set(name, {
      isPacked: method === DEFLATED,
      crc: view.getUint32(at + 16, true),
      length: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = after + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the record at the end of a zip begins. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function nameAt(file: Uint8Array, at: number, length: number): readonly [name: string, after: number] {
  return [new TextDecoder().decode(file.subarray(at, at + length)), at + length];
}

function bytesOf(file: Uint8Array, { at, length, size, isPacked }: Entry): Uint8Array | undefined {
  const view = viewOf(file);
  if (at + FILE_LENGTH > file.length || view.getUint32(at, true) !== FILE) return undefined;
  const from = at + FILE_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + length > file.length) return undefined;
  const bytes = file.subarray(from, from + length);
  if (isPacked) return inflated(bytes, size);
  return length === size ? bytes : undefined;
}

/** Unpacked piece by piece, and given up as soon as it is more than it claims to be. */
function inflated(bytes: Uint8Array, size: number): Uint8Array | undefined {
  if (size > bytes.length * 1032) return undefined; // Deflate packs nothing tighter
  const whole = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((piece) => {
    if (length + piece.length <= size) whole.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < bytes.length && length <= size; at += PIECE)
      inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  } catch {
    return undefined;
  }
  return length === size ? whole : undefined;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xed_b8_83_20 : crc >>> 1;
  return crc;
});

/** CRC-32 as zip files have it. */
function crcOf(bytes: Uint8Array): number {
  let crc = 0xff_ff_ff_ff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
