import { describe, expect, it } from 'vitest';
import { createClipStore } from '../../src/audio/clip-loader.ts';
import { DECODED_BUDGET } from '../../src/audio/decoding.ts';

const MEGABYTE = 1024 * 1024;

/** Clips of two megabytes each; what is named `broken` cannot be decoded, `unknown` has no place, `offline` not be had. */
function stage(elsewhere = () => 0) {
  const fetched: string[] = [];
  const decoded: number[] = [];
  let online = false;
  const source = {
    clip(line: string) {
      if (line === 'unknown') return undefined;
      return { key: `/${line}.mp3`, bytes: () => bytesOf(`/${line}.mp3`) };
    },
  };
  function bytesOf(url: string): Promise<ArrayBuffer> {
    fetched.push(url);
    if (url === '/offline.mp3' && !online) return Promise.reject(new Error('404'));
    return Promise.resolve(new ArrayBuffer(url === '/broken.mp3' ? 1 : 8));
  }
  const store = createClipStore((bytes) => {
    decoded.push(bytes.byteLength);
    if (bytes.byteLength === 1) return Promise.reject(new Error('EncodingError'));
    structuredClone(bytes, { transfer: [bytes] }); // as decodeAudioData does
    return Promise.resolve({ length: MEGABYTE / 2, numberOfChannels: 1 } as AudioBuffer);
  }, elsewhere);
  const clips = store.of(source);
  return { store, source, clips, fetched, decoded, goOnline: () => void (online = true) };
}

const many = (count: number, from = 0) => Array.from({ length: count }, (_, nth) => `line-${from + nth}`);
const held = (clips: ReturnType<typeof stage>['clips'], lines: string[]) =>
  lines.filter((line) => clips.buffer(line) !== undefined).length * 2 * MEGABYTE;

describe('the clip loader', () => {
  // Mutant: bytes kept, not their promise -> fails: two fetches for one line.
  it('fetches every clip once, however often it is asked for at the same time', async () => {
    const { clips, fetched, decoded } = stage();
    await Promise.all([
      clips.fetchAll(['a', 'b']),
      clips.prepare(['a']),
      clips.prepare(['a', 'b']),
      clips.fetchAll(['a']),
    ]);
    await clips.prepare(['a', 'b']);
    expect([...fetched].sort()).toEqual(['/a.mp3', '/b.mp3']);
    expect(decoded.length).toBe(2);
  });

  it('names the lines that cannot be had, and tries those again that may come', async () => {
    const { clips, goOnline } = stage();
    expect(await clips.fetchAll(['a', 'unknown', 'offline'])).toEqual(['unknown', 'offline']);
    goOnline();
    expect(await clips.fetchAll(['a', 'unknown', 'offline'])).toEqual(['unknown']);
  });

  // Mutant: a broken clip forgotten and not remembered -> fails: it is fetched and decoded again every second.
  it('a clip that cannot be decoded is missing, once and for all, and takes nothing with it', async () => {
    const { clips, fetched } = stage();
    for (let tick = 0; tick < 5; tick++) await clips.prepare(['broken', 'a']);
    expect([clips.buffer('broken'), clips.buffer('a') !== undefined]).toEqual([undefined, true]);
    expect(fetched).toEqual(['/broken.mp3', '/a.mp3']);
    expect(await clips.fetchAll(['broken'])).toEqual(['broken']);
  });

  // Mutant: no check against the budget -> fails: 200 MB held.
  it('[E12] never holds more than 64 MB decoded, the nearest first', async () => {
    const { clips } = stage();
    const lines = many(100);
    await clips.prepare(lines);
    expect(held(clips, lines)).toBe(DECODED_BUDGET);
    expect(clips.buffer('line-0')).toBeDefined();
    expect(clips.buffer('line-99')).toBeUndefined();
  });

  // Mutant: letGo does nothing -> fails: what lies behind fills the budget and nothing new is decoded.
  it('[E12] lets go of what lies behind when room is needed, and can decode it again', async () => {
    const { clips, fetched } = stage();
    for (let first = 0; first < 90; first += 10) {
      await clips.prepare(many(10, first));
      expect(held(clips, many(10, first))).toBe(20 * MEGABYTE);
      expect(held(clips, many(100))).toBeLessThanOrEqual(DECODED_BUDGET);
    }
    await clips.prepare(['line-0']);
    expect(clips.buffer('line-0')).toBeDefined();
    expect(fetched.length).toBe(90);
  });

  // Mutants, each red: a store that does not ask what others hold; a nearest clip is let go of as soon as there is no room;
  // the far ones are kept.
  it('[E12] what others hold is not there for clips: the furthest give way, and none is decoded over and over', async () => {
    let others = 0;
    const { clips, decoded } = stage(() => others * MEGABYTE);
    const lines = many(100);
    await clips.prepare(lines);
    others = 21;
    for (let tick = 0; tick < 5; tick++) await clips.prepare(lines);
    expect(held(clips, lines)).toBe(44 * MEGABYTE);
    expect(clips.buffer('line-0')).toBeDefined();
    expect(clips.buffer('line-22')).toBeUndefined();
    expect(decoded.length).toBe(32);
  });

  // Mutant: buffers kept by line and not by the key of the clip -> fails: one guide is heard with the voice of another.
  it('[E20] keeps the clips of guides apart, shares what they have in common, and counts all of them together', async () => {
    const { store, source, clips, fetched } = stage();
    const other = store.of({
      clip: (line) =>
        line === 'own'
          ? { key: 'other/own/1', bytes: () => Promise.resolve(new ArrayBuffer(8)) }
          : source.clip(line),
    });
    await clips.prepare(['a', 'own']);
    await other.prepare(['a', 'own']);
    expect(fetched).toEqual(['/a.mp3', '/own.mp3']);
    expect(other.buffer('a')).toBe(clips.buffer('a'));
    expect(other.buffer('own')).not.toBe(clips.buffer('own'));
    await clips.prepare(many(40));
    await other.prepare(many(40, 40));
    expect(held(clips, many(100))).toBeLessThanOrEqual(DECODED_BUDGET);
  });
});
