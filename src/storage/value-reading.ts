import { VIEWS, type ViewLetter } from './value-bytes.ts';

/** What `partsOf` was given. Throws where the bytes are nothing it writes. */
export function valueOf(bytes: Uint8Array<ArrayBuffer>): unknown {
  const from = createReader(bytes);
  const value = read(from);
  from.end();
  return value;
}

type Reader = ReturnType<typeof createReader>;

function createReader(bytes: Uint8Array<ArrayBuffer>) {
  let at = 0;
  function take(length: number): Uint8Array<ArrayBuffer> {
    if (!(length >= 0 && at + length <= bytes.length)) throw new RangeError('more is said than there is');
    at += length;
    return bytes.subarray(at - length, at);
  }
  function number(): number {
    const { buffer, byteOffset } = take(8);
    return new DataView(buffer, byteOffset).getFloat64(0);
  }
  return {
    letter: () => String.fromCharCode(...take(1)),
    number,
    sized: () => take(number()),
    end(): void {
      if (at !== bytes.length) throw new RangeError('there is more than was said');
    },
  };
}

function read(from: Reader): unknown {
  const letter = from.letter();
  switch (letter) {
    case 'U':
      return undefined;
    case '0':
      return null;
    case 'T':
    case 'F':
      return letter === 'T';
    case 'N':
      return from.number();
    case 'D':
      return new Date(from.number());
    case 'S':
    case 'W':
      return readText(from, letter);
    case 'B':
      return from.sized().slice().buffer;
    case 'P':
    case 'Q':
      return readBlob(from, letter);
    case 'A':
      return readList(from);
    case 'O':
      return Object.fromEntries(pairs(readList(from)) as [string, unknown][]);
    case 'M':
      return new Map(pairs(readList(from)));
    case 'Z':
      return new Set(readList(from));
    default:
      return readView(from, letter);
  }
}

function readText(from: Reader, letter: string): string {
  const bytes = from.sized();
  if (letter === 'S') return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const codes = new Uint16Array(bytes.slice().buffer);
  return Array.from(codes, (code) => String.fromCharCode(code)).join('');
}

function nextText(from: Reader): string {
  return readText(from, from.letter());
}

function readBlob(from: Reader, letter: 'P' | 'Q'): Blob {
  const file = letter === 'P' ? { name: nextText(from), lastModified: from.number() } : undefined;
  const type = nextText(from);
  const bytes = from.sized();
  return file === undefined
    ? new Blob([bytes], { type })
    : new File([bytes], file.name, { type, lastModified: file.lastModified });
}

function readList(from: Reader): unknown[] {
  const items: unknown[] = [];
  for (let left = from.number(); left > 0; left--) items.push(read(from));
  return items;
}

function pairs(items: readonly unknown[]): [unknown, unknown][] {
  return items.flatMap((item, nth) => (nth % 2 === 0 ? [[item, items[nth + 1]] as [unknown, unknown]] : []));
}

function readView(from: Reader, letter: string): ArrayBufferView {
  if (!(letter in VIEWS)) throw new TypeError(`nothing is written as ${letter}`);
  return new VIEWS[letter as ViewLetter](from.sized().slice().buffer);
}
