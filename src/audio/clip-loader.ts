/** Spoken lines: bytes of all of them in memory, decoded only the ones that are near. */
export interface ClipLoader {
  /** Gets the bytes of every line; answers with the lines that could not be had. */
  fetchAll(lines: readonly string[]): Promise<readonly string[]>;
  /** Decodes these, the first ones first, as far as the budget goes, and lets go of what was not asked for. */
  prepare(lines: readonly string[]): Promise<void>;
  buffer(line: string): AudioBuffer | undefined;
}

interface Parts {
  readonly urlOf: (line: string) => string | undefined;
  readonly fetchBytes: (url: string) => Promise<ArrayBuffer>;
  readonly decode: (bytes: ArrayBuffer) => Promise<AudioBuffer>;
}

/** What may be held decoded, in bytes. Some phones end a page that holds much more. */
export const DECODED_BUDGET = 64 * 1024 * 1024;

interface Bytes {
  readonly of: (line: string) => Promise<ArrayBuffer | undefined>;
  /** They cannot be decoded: never tried again. */
  readonly giveUp: (line: string) => void;
}

/** The bytes of every clip, each fetched once. */
function createBytes({ urlOf, fetchBytes }: Parts): Bytes {
  const bytes = new Map<string, Promise<ArrayBuffer | undefined>>();
  const broken = new Set<string>();
  return {
    of(line) {
      const url = urlOf(line);
      if (url === undefined || broken.has(line)) return Promise.resolve(undefined);
      const known = bytes.get(line);
      if (known !== undefined) return known;
      const coming = fetchBytes(url).catch(() => {
        bytes.delete(line); // it may be had another time
        return undefined; // told by name to who asked, and who decides whether a session can do without it
      });
      bytes.set(line, coming);
      return coming;
    },
    giveUp(line) {
      broken.add(line);
      bytes.delete(line);
    },
  };
}

export function createClipLoader(parts: Parts): ClipLoader {
  const bytes = createBytes(parts);
  const buffers = new Map<string, AudioBuffer>();
  const decoding = new Map<string, Promise<void>>();

  async function decodeOne(line: string): Promise<void> {
    const raw = await bytes.of(line);
    if (raw === undefined) return;
    try {
      buffers.set(line, await parts.decode(raw.slice(0))); // decoding takes the bytes away from us
    } catch {
      bytes.giveUp(line); // becomes a missing cue: a fault the user sees later
    }
  }

  function once(line: string): Promise<void> {
    if (buffers.has(line)) return Promise.resolve();
    const work = decoding.get(line) ?? decodeOne(line).finally(() => decoding.delete(line));
    decoding.set(line, work);
    return work;
  }

  return {
    async fetchAll(lines) {
      const got = await Promise.all(lines.map(bytes.of));
      return lines.filter((_, nth) => got[nth] === undefined);
    },
    async prepare(lines) {
      letGo(buffers, new Set(lines));
      for (const line of lines) {
        if (held(buffers) >= DECODED_BUDGET) return;
        await once(line);
      }
    },
    buffer: (line) => buffers.get(line),
  };
}

type Buffers = Map<string, AudioBuffer>;

function letGo(buffers: Buffers, near: ReadonlySet<string>): void {
  for (const line of [...buffers.keys()]) {
    if (held(buffers) <= DECODED_BUDGET / 2) return;
    if (!near.has(line)) buffers.delete(line);
  }
}

function held(buffers: Buffers): number {
  return [...buffers.values()].reduce((sum, buffer) => sum + sizeOf(buffer), 0);
}

function sizeOf(buffer: AudioBuffer): number {
  return buffer.length * buffer.numberOfChannels * Float32Array.BYTES_PER_ELEMENT;
}
