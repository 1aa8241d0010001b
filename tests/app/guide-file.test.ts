import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packGuide, unpackGuide, type PackedGuide } from '#app/guide-file.ts';
import { unpackAnchors } from '#app/voices/anchor-file.ts';
import { lineFrom } from '#audio/recording/take.ts';
import { wavOf } from '#audio/recording/wav.ts';
import { allLineIds } from '#guidance/all-lines.ts';

/** A quiet tone, so that nothing has to be brought down. */
const soundOf = (seed: number) =>
  wavOf(Float32Array.from({ length: 2400 + seed }, (_, nth) => 0.02 * Math.sin(nth / (5 + seed))));

const anyGuide = fc
  .record({
    /** As the app keeps them: nothing around them. */
    name: fc
      .string({ maxLength: 80 })
      .map((name) => name.trim())
      .filter((name) => name !== ''),
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
/** The worker's own work, done here. */
const worker = { read: (file: ArrayBuffer) => Promise.resolve(lineFrom(file)) };
/** As it is told: its kind, or the place and what was expected there. */
async function problemOf(file: Uint8Array): Promise<string | undefined> {
  const read = await unpackGuide(file, worker);
  if (read.ok) return undefined;
  const { kind, misfit } = read.problem;
  return misfit === undefined ? kind : `${misfit.place}: ${misfit.expected}, not ${misfit.got}`;
}

describe('a guide as one file', () => {
  it('comes back byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(anyGuide, async (guide) => {
        const read = await unpackGuide(packGuide(guide), worker);
        expect(read).toEqual({ ok: true, value: guide });
      }),
      { numRuns: 40 },
    );
  });

  it('[V6] is refused whole where anything in it does not fit, in one sentence with the place', async () => {
    const lines = (name: string) => ({ ...about, lines: { [name]: recording } });
    const clip = { 'clips/welcome.here.wav': strToU8('not a sound') };
    expect(await problemOf(strToU8('Dear diary'))).toBe('no-zip');
    expect(await problemOf(zipSync({ 'other.json': strToU8('{}') }))).toBe('no-zip');
    expect(await problemOf(packed({ ...about, version: 2, lines: {} }))).toBe('newer-file');
    expect(await problemOf(packed({ ...about, format: 'other', lines: {} }))).toBe(
      'format: "undertone-guide", not "other"',
    );
    expect(await problemOf(packed({ ...about, gaps: 'loud', lines: {} }))).toBe(
      'gaps: "shipped" or "left-out", not "loud"',
    );
    expect(await problemOf(packed({ ...about, lines: { 'welcome.here': { text: 7 } } }))).toBe(
      'lines.welcome.here.text: a text, not 7',
    );
    expect(await problemOf(packed(lines('welcome.nowhere')))).toMatch(/^lines.welcome.nowhere: a line that/);
    expect(await problemOf(packed(lines('welcome.here')))).toMatch(
      /^lines.welcome.here: a WAV .*, not "?nothing/,
    );
    expect(await problemOf(packed(lines('welcome.here'), clip))).toMatch(
      /^lines.welcome.here: .*, not something else$/,
    );
  });

  it('[V6] never throws, whatever the bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        async (bytes) => void (await unpackGuide(bytes, worker)),
      ),
    );
  });

  it('a line that is too loud is brought down as it comes in', async () => {
    const loud = wavOf(Float32Array.from({ length: 24_000 }, (_, nth) => 0.98 * Math.sin(nth / 4)));
    const line = { line: 'welcome.here', recording, sound: loud };
    const guide: PackedGuide = { name: 'Anna', language: 'en', gaps: 'shipped', lines: [line] };
    const read = await unpackGuide(packGuide(guide), worker);
    const sound = read.ok ? read.value.lines[0]?.sound : undefined;
    const peak = new Int16Array((sound ?? loud).slice(44)).reduce(
      (high, each) => Math.max(high, Math.abs(each)),
      0,
    );
    expect(peak / 32_768).toBeLessThan(10 ** (-3 / 20));
  });
});

it('[V6] a file of lines that has one of them twice is refused', async () => {
  const line = { id: 'anchor-line.1', name: 'Home', speaker: 'Ida', text: 'I am here.' };
  const manifest = { format: 'undertone-anchor-lines', version: 1, lines: [line, line] };
  const read = await unpackAnchors(packed(manifest), worker);
  expect(read.ok ? undefined : read.problem.misfit).toEqual({
    place: 'lines[1].id',
    expected: 'each line once',
    got: '"anchor-line.1"',
  });
});
