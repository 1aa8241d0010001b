/** Spoken lines: bytes of all of them in memory, decoded only the ones that are near. */
export interface ClipLoader {
  /** Gets the bytes of every line; answers with the lines that could not be had. */
  fetchAll(lines: readonly string[]): Promise<readonly string[]>;
  /** Decodes these, and lets go of what is over the budget and was not asked for. */
  prepare(lines: readonly string[]): Promise<void>;
  buffer(line: string): AudioBuffer | undefined;
}

interface Parts {
  readonly urlOf: (line: string) => string | undefined;
  readonly fetchBytes: (url: string) => Promise<ArrayBuffer>;
  readonly decode: (bytes: ArrayBuffer) => Promise<AudioBuffer>;
}

/** What may be held decoded. Some phones end a page that holds much more. */
export const DECODED_BUDGET = 64 * 1024 * 1024;

export function createClipLoader({ urlOf, fetchBytes, decode }: Parts): ClipLoader {
  const bytes = new Map<string, ArrayBuffer>();
  const buffers = new Map<string, AudioBuffer>();
  const decoding = new Map<string, Promise<void>>();

  async function fetchOne(line: string): Promise<boolean> {
    if (bytes.has(line)) return true;
    const url = urlOf(line);
    if (url === undefined) return false;
    try {
      bytes.set(line, await fetchBytes(url));
      return true;
    } catch {
      return false; // told by name to the caller, who decides whether a session can do without it
    }
  }

  async function decodeOne(line: string): Promise<void> {
    const raw = (await fetchOne(line)) ? bytes.get(line) : undefined;
    if (raw === undefined) return;
    try {
      buffers.set(line, await decode(raw.slice(0))); // decoding takes the bytes away from us
    } catch {
      bytes.delete(line); // a broken clip becomes a missing cue: a fault the user sees later
    }
  }

  function once(line: string): Promise<void> {
    if (buffers.has(line)) return Promise.resolve();
    const known = decoding.get(line);
    if (known !== undefined) return known;
    const work = decodeOne(line).finally(() => decoding.delete(line));
    decoding.set(line, work);
    return work;
  }

  function letGo(near: ReadonlySet<string>): void {
    let held = [...buffers.values()].reduce((sum, buffer) => sum + sizeOf(buffer), 0);
    for (const [line, buffer] of [...buffers]) {
      if (held <= DECODED_BUDGET / 2 || near.has(line)) continue;
      buffers.delete(line);
      held -= sizeOf(buffer);
    }
  }

  return {
    async fetchAll(lines) {
      const got = await Promise.all(lines.map(fetchOne));
      return lines.filter((_, nth) => got[nth] === false);
    },
    async prepare(lines) {
      letGo(new Set(lines));
      await Promise.all(lines.map(once));
    },
    buffer: (line) => buffers.get(line),
  };
}

function sizeOf(buffer: AudioBuffer): number {
  return buffer.length * buffer.numberOfChannels * Float32Array.BYTES_PER_ELEMENT;
}
