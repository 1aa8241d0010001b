/**
 * All that a file of LevelDB holds, as it was before it was packed: Chromium keeps IndexedDB in such files. A log is cut
 * into pieces, so that a word may stand in two; the blocks of a table are packed with Snappy, which refers back to what
 * came before. Formats: doc/table_format.md and doc/log_format.md of LevelDB, format_description.txt of Snappy.
 */
export function unpacked(file: string, bytes: Buffer): readonly Buffer[] {
  if (file.endsWith('.ldb')) return blocksOf(bytes);
  return file.endsWith('.log') ? [joined(bytes)] : [bytes];
}

const LOG_BLOCK = 32_768;
const LOG_HEADER = 7;

function joined(log: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at + LOG_HEADER <= log.length;) {
    const left = LOG_BLOCK - (at % LOG_BLOCK);
    const length = left < LOG_HEADER ? 0 : log.readUInt16LE(at + 4);
    pieces.push(log.subarray(at + LOG_HEADER, at + LOG_HEADER + length));
    at += left < LOG_HEADER ? left : LOG_HEADER + length;
  }
  return Buffer.concat(pieces);
}

const FOOTER = 48;

function blocksOf(table: Buffer): readonly Buffer[] {
  if (table.length < FOOTER) return []; // just being written
  const footer = new Reader(table.subarray(-FOOTER));
  footer.handle(); // of what is told about the table
  const index = blockAt(table, footer.handle());
  const entries = new Reader(index.subarray(0, -4 * (index.readUInt32LE(index.length - 4) + 1)));
  const blocks: Buffer[] = [];
  while (!entries.isOver) {
    entries.number(); // of bytes that the key shares with the one before
    const [rest, length] = [entries.number(), entries.number()];
    entries.bytes(rest);
    blocks.push(blockAt(table, new Reader(entries.bytes(length)).handle()));
  }
  return blocks;
}

interface Handle {
  readonly offset: number;
  readonly size: number;
}

function blockAt(table: Buffer, { offset, size }: Handle): Buffer {
  const block = table.subarray(offset, offset + size);
  return table[offset + size] === 1 ? unsnapped(block) : block;
}

class Reader {
  #at = 0;
  readonly #from: Buffer;
  constructor(from: Buffer) {
    this.#from = from;
  }
  get isOver(): boolean {
    return this.#at >= this.#from.length;
  }
  bytes(count: number): Buffer {
    return this.#from.subarray(this.#at, (this.#at += count));
  }
  /** Of so many bytes, the lowest first. */
  fixed(count: number): number {
    return count === 0 ? 0 : this.bytes(count).readUIntLE(0, count);
  }
  /** Seven bits a byte, the lowest first. */
  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.fixed(1);
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  }
  handle(): Handle {
    return { offset: this.number(), size: this.number() };
  }
}

function unsnapped(packed: Buffer): Buffer {
  const from = new Reader(packed);
  const bytes = Buffer.alloc(from.number());
  let at = 0;
  while (!from.isOver) {
    const tag = from.fixed(1);
    const [kind, high] = [tag % 4, tag >> 2];
    if (kind === 0) {
      at += from.bytes(1 + (high < 60 ? high : from.fixed(high - 59))).copy(bytes, at);
      continue;
    }
    const length = kind === 1 ? 4 + (high % 8) : 1 + high;
    const back = kind === 1 ? (high >> 3) * 256 + from.fixed(1) : from.fixed(kind === 2 ? 2 : 4);
    for (const end = at + length; at < end; at++) bytes[at] = bytes[at - back] ?? 0; // it may overlap itself
  }
  return bytes;
}
