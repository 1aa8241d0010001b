import { DECODED_BUDGET, sizeOf } from './decoding.ts';

/** One recording of a line. */
export interface Clip {
  /** A name that no other recording has: the same words said anew are another clip. */
  readonly key: string;
  /** Rejects when they cannot be had now. */
  bytes(): Promise<ArrayBuffer>;
}

/** Where the recordings of a guide are. */
export interface ClipSource {
  /** Undefined for a line that this guide has no recording of. */
  clip(line: string): Clip | undefined;
}

/** The spoken lines of one guide: bytes of all of them in memory, decoded only the ones that are near. */
export interface ClipLoader {
  /** Gets the bytes of every line; answers with the lines that could not be had. */
  fetchAll(lines: readonly string[]): Promise<readonly string[]>;
  /** Decodes these, the first ones first, as far as the budget goes, and lets go of what was not asked for. */
  prepare(lines: readonly string[]): Promise<void>;
  buffer(line: string): AudioBuffer | undefined;
}

/** The clips of all guides, under one budget: what two guides share is fetched and decoded once. */
export interface ClipStore {
  of(source: ClipSource): ClipLoader;
}

type Decode = (bytes: ArrayBuffer) => Promise<AudioBuffer>;

interface Bytes {
  readonly of: (clip: Clip | undefined) => Promise<ArrayBuffer | undefined>;
  /** They cannot be decoded: never tried again. */
  readonly giveUp: (clip: Clip) => void;
}

/** The bytes of every clip, each fetched once. */
function createBytes(): Bytes {
  const bytes = new Map<string, Promise<ArrayBuffer | undefined>>();
  const broken = new Set<string>();
  return {
    of(clip) {
      if (clip === undefined || broken.has(clip.key)) return Promise.resolve(undefined);
      const known = bytes.get(clip.key);
      if (known !== undefined) return known;
      const coming = clip.bytes().catch(() => {
        bytes.delete(clip.key); // it may be had another time
        return undefined; // told by name to who asked, and who decides whether a session can do without it
      });
      bytes.set(clip.key, coming);
      return coming;
    },
    giveUp({ key }) {
      broken.add(key);
      bytes.delete(key);
    },
  };
}

/** What is decoded, by the key of its clip. */
interface Decoded {
  readonly prepare: (clips: readonly Clip[]) => Promise<void>;
  readonly buffer: (clip: Clip) => AudioBuffer | undefined;
}

function createDecoded(bytes: Bytes, decode: Decode, budget: () => number): Decoded {
  const buffers: Buffers = new Map();
  const decoding = new Map<string, Promise<void>>();

  async function decodeOne(clip: Clip): Promise<void> {
    const raw = await bytes.of(clip);
    if (raw === undefined) return;
    try {
      buffers.set(clip.key, await decode(raw.slice(0))); // decoding takes the bytes away from us
    } catch {
      bytes.giveUp(clip); // becomes a missing cue: a fault the user sees later
    }
  }

  function once(clip: Clip): Promise<void> {
    if (buffers.has(clip.key)) return Promise.resolve();
    const work = decoding.get(clip.key) ?? decodeOne(clip).finally(() => decoding.delete(clip.key));
    decoding.set(clip.key, work);
    return work;
  }

  return {
    async prepare(clips) {
      const near = clips.map(({ key }) => key);
      letGo(buffers, near, budget());
      for (const clip of clips) {
        if (held(buffers) >= budget()) return;
        await once(clip);
      }
    },
    buffer: ({ key }) => buffers.get(key),
  };
}

/** `elsewhere` says how many bytes others hold decoded: that much less is left for clips. */
export function createClipStore(decode: Decode, elsewhere: () => number = () => 0): ClipStore {
  const bytes = createBytes();
  const decoded = createDecoded(bytes, decode, () => DECODED_BUDGET - elsewhere());
  return {
    of: (source) => ({
      async fetchAll(lines) {
        const got = await Promise.all(lines.map((line) => bytes.of(source.clip(line))));
        return lines.filter((_, nth) => got[nth] === undefined);
      },
      prepare: (lines) => decoded.prepare(lines.flatMap((line) => source.clip(line) ?? [])),
      buffer(line) {
        const clip = source.clip(line);
        return clip === undefined ? undefined : decoded.buffer(clip);
      },
    }),
  };
}

type Buffers = Map<string, AudioBuffer>;

/** What is not near makes room early; of what is near only the furthest, and only where others have taken its room. */
function letGo(buffers: Buffers, near: readonly string[], budget: number): void {
  for (const key of [...buffers.keys()]) {
    if (held(buffers) <= budget / 2) return;
    if (!near.includes(key)) buffers.delete(key);
  }
  for (const key of near.toReversed()) {
    const buffer = buffers.get(key);
    if (buffer === undefined) continue;
    if (held(buffers) - sizeOf(buffer) < budget) return; // without it there would be room for it
    buffers.delete(key);
  }
}

function held(buffers: Buffers): number {
  return [...buffers.values()].reduce((sum, buffer) => sum + sizeOf(buffer), 0);
}
