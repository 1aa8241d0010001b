import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packGuide, unpackGuide, type PackedGuide } from '#app/guide-file.ts';
import { wavOf } from '#audio/recording/wav.ts';
import { allLineIds } from '#guidance/all-lines.ts';

/** A quiet tone, so that nothing has to be brought down. */
const soundOf = (seed: number) =>
  wavOf(Float32Array.from({ length: 2400 + seed }, (_, nth) => 0.02 * Math.sin(nth / (5 + seed))));

const anyGuide = fc
  .record({
    name: fc.string({ minLength: 1, maxLength: 80 }),
    gaps: fc.constantFrom('shipped' as const, 'left-out' as const),
    ids: fc.uniqueArray(fc.constantFrom(...allLineIds), { maxLength: 4 }),
  })
  .map(({ name, gaps, ids }): PackedGuide => ({
    name,
    language: 'en',
    gaps,
    lines: ids.map((line, nth) => ({
      line,
      recording: { text: `words of ${line}`, seconds: (2400 + nth) / 24_000, recordedMs: nth },
      sound: soundOf(nth),
    })),
  }));

const packed = (manifest: unknown, clips: Readonly<Record<string, Uint8Array>> = {}) =>
  zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)), ...clips });
const about = { format: 'undertone-guide', version: 1, name: 'Anna', language: 'en', gaps: 'shipped' };
const recording = { text: 'x', seconds: 1, recordedMs: 0 };
const problemOf = (file: Uint8Array) => {
  const read = unpackGuide(file);
  return read.ok ? undefined : read.problem;
};

describe('a guide as one file', () => {
  it('comes back byte for byte', () => {
    fc.assert(
      fc.property(anyGuide, (guide) => {
        const read = unpackGuide(packGuide(guide));
        expect(read).toEqual({ ok: true, value: guide });
      }),
      { numRuns: 40 },
    );
  });

  // Mutant: `lineOf` that takes the sound as it comes -> fails: a broken line gets in.
  it('is refused whole where anything in it does not fit', () => {
    expect(problemOf(strToU8('Dear diary'))).toBe('not-a-guide');
    expect(problemOf(packed({ ...about, format: 'other', lines: {} }))).toBe('not-a-guide');
    expect(problemOf(packed({ ...about, gaps: 'loud', lines: {} }))).toBe('not-a-guide');
    expect(problemOf(packed({ ...about, version: 2, lines: {} }))).toBe('newer-guide');
    expect(problemOf(packed({ ...about, lines: { 'welcome.nowhere': recording } }))).toBe('other-lines');
    expect(problemOf(packed({ ...about, lines: { 'welcome.here': recording } }))).toBe('broken-line');
    const clip = { 'clips/welcome.here.wav': strToU8('not a sound') };
    expect(problemOf(packed({ ...about, lines: { 'welcome.here': recording } }, clip))).toBe('broken-line');
  });

  it('never throws, whatever the bytes are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void unpackGuide(bytes)));
  });

  it('a line that is too loud is brought down as it comes in', () => {
    const loud = wavOf(Float32Array.from({ length: 24_000 }, (_, nth) => 0.98 * Math.sin(nth / 4)));
    const line = { line: 'welcome.here', recording, sound: loud };
    const read = unpackGuide(packGuide({ name: 'Anna', language: 'en', gaps: 'shipped', lines: [line] }));
    const sound = read.ok ? read.value.lines[0]?.sound : undefined;
    const peak = new Int16Array((sound ?? loud).slice(44)).reduce(
      (high, each) => Math.max(high, Math.abs(each)),
      0,
    );
    expect(peak / 32_768).toBeLessThan(10 ** (-3 / 20));
  });
});
