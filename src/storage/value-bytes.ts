/** Bytes at hand, or a file of the browser's that is read piece by piece when its turn comes. */
export type Part = Uint8Array<ArrayBuffer> | Blob;

/** One letter for each kind of value. What is written with one is read with it for good: a new kind takes a new letter. */
export const VIEWS = {
  a: Uint8Array,
  b: Int8Array,
  c: Uint8ClampedArray,
  d: Uint16Array,
  e: Int16Array,
  f: Uint32Array,
  g: Int32Array,
  h: Float32Array,
  i: Float64Array,
} as const;
export type ViewLetter = keyof typeof VIEWS;

/**
 * A value of the database as bytes: the same value gives the same bytes, and `valueOf` (value-reading.ts) gives back the same value. Blobs
 * are not read. Throws on what no store of this app holds, rather than leave it out of what is kept.
 */
export function partsOf(value: unknown): Part[] {
  const writer = createWriter();
  write(writer, value);
  return writer.parts();
}

/** The same where all of it is wanted at hand. */
export async function bytesOf(value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  return readAll(partsOf(value));
}

export async function readAll(parts: readonly Part[]): Promise<Uint8Array<ArrayBuffer>> {
  const read = parts.map(async (part) =>
    part instanceof Blob ? new Uint8Array(await part.arrayBuffer()) : part,
  );
  return joined(await Promise.all(read));
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

type Writer = ReturnType<typeof createWriter>;

function createWriter() {
  const done: Part[] = [];
  const bytes = createBytes();
  function flush(): void {
    const more = bytes.take();
    if (more.length > 0) done.push(more);
  }
  function number(n: number): void {
    const eight = new DataView(new ArrayBuffer(8));
    eight.setFloat64(0, n);
    bytes.add(new Uint8Array(eight.buffer));
  }
  return {
    number,
    letter: (kind: string) => bytes.add(Uint8Array.of(kind.charCodeAt(0))),
    sized(more: Uint8Array): void {
      number(more.length);
      bytes.add(more);
    },
    blob(blob: Blob): void {
      number(blob.size);
      flush();
      done.push(blob);
    },
    parts(): Part[] {
      flush();
      return done;
    },
  };
}

/** Bytes one after another; there is always room for more. */
function createBytes() {
  let bytes = new Uint8Array(256);
  let length = 0;
  return {
    add(more: Uint8Array): void {
      if (length + more.length > bytes.length) {
        const larger = new Uint8Array(Math.max(bytes.length * 2, length + more.length));
        larger.set(bytes);
        bytes = larger;
      }
      bytes.set(more, length);
      length += more.length;
    },
    /** All of them; it is empty then. */
    take(): Uint8Array<ArrayBuffer> {
      const all = bytes.slice(0, length);
      length = 0;
      return all;
    },
  };
}

function write(to: Writer, value: unknown): void {
  if (value === undefined) to.letter('U');
  else if (value === null) to.letter('0');
  else if (typeof value === 'boolean') to.letter(value ? 'T' : 'F');
  else if (typeof value === 'string') writeText(to, value);
  else if (typeof value === 'number') {
    to.letter('N');
    to.number(value);
  } else if (typeof value === 'object') writeObject(to, value);
  else throw new TypeError(`a ${typeof value} cannot be kept`);
}

/** Half a surrogate pair is no text that UTF-8 knows, but a value all the same. */
function writeText(to: Writer, text: string): void {
  const utf8 = new TextEncoder().encode(text);
  if (new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8) === text) {
    to.letter('S');
    to.sized(utf8);
  } else {
    to.letter('W');
    to.sized(new Uint8Array(Uint16Array.from(text, (_, nth) => text.charCodeAt(nth)).buffer));
  }
}

function writeObject(to: Writer, value: object): void {
  if (Array.isArray(value)) writeList(to, 'A', value);
  else if (value instanceof Date) {
    to.letter('D');
    to.number(value.getTime());
  } else if (value instanceof Map) writeList(to, 'M', [...value].flat(1));
  else if (value instanceof Set) writeList(to, 'Z', [...value]);
  else if (value instanceof ArrayBuffer) {
    to.letter('B');
    to.sized(new Uint8Array(value));
  } else if (ArrayBuffer.isView(value)) writeView(to, value);
  else if (value instanceof Blob) writeBlob(to, value);
  else if (isPlain(value)) writeList(to, 'O', Object.entries(value).flat(1));
  else throw new TypeError(`a ${value.constructor.name} cannot be kept`);
}

function writeList(to: Writer, letter: string, items: readonly unknown[]): void {
  to.letter(letter);
  to.number(items.length);
  for (const item of items) write(to, item);
}

function writeView(to: Writer, value: ArrayBufferView): void {
  const known = Object.entries(VIEWS).find(([, View]) => value.constructor === View);
  if (known === undefined) throw new TypeError(`a ${value.constructor.name} cannot be kept`);
  to.letter(known[0]);
  to.sized(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
}

function writeBlob(to: Writer, value: Blob): void {
  if (value instanceof File) {
    to.letter('P');
    writeText(to, value.name);
    to.number(value.lastModified);
  } else to.letter('Q');
  writeText(to, value.type);
  to.blob(value);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
