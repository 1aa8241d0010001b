import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { OwnSounds, type OwnSoundPorts } from '#app/own-sounds.svelte.ts';
import { ownGain } from '#audio/own/measured.ts';
import { measureFile } from '#audio/own/reading.ts';
import { ownSoundsTexts } from '#messages/own-sounds.ts';
import { createOwnSoundStore } from '#storage/own-sounds.ts';
import { refusedWords } from '#ui/screens/sounds/import-words.ts';
import { bytesHarmed, Torn } from '../helpers/harm.ts';
import { memory, type Memory } from '../helpers/memory.ts';
import { createMeasuring } from './measuring.ts';
import { expectClear, PATIENCE, SHARE, tallied } from './judging.ts';

const say = ownSoundsTexts('en');
const measuring = createMeasuring();
afterAll(() => measuring.end());
const fixture = (name: string) =>
  Uint8Array.from(readFileSync(path.join(import.meta.dirname, '../fixtures/own', name)));

interface Header {
  readonly kind: number;
  readonly channels: number;
  readonly rate: number;
  readonly bits: number;
  /** What the header says of the length of the samples; undefined for the truth. */
  readonly claims: number | undefined;
}

/** A WAV file of any header; where samples are of floating point, some of them may be no numbers. */
function wav({ kind, channels, rate, bits, claims }: Header, samples: Float32Array): Uint8Array<ArrayBuffer> {
  const data = new DataView(new ArrayBuffer(samples.length * (bits / 8)));
  for (const [nth, sample] of samples.entries())
    if (bits === 32) data.setFloat32(nth * 4, sample, true);
    else if (bits === 16) data.setInt16(nth * 2, sample * 32_767, true);
    else data.setUint8(nth, 128 + sample * 127);
  const view = new DataView(new ArrayBuffer(44 + data.byteLength));
  const file = new Uint8Array(view.buffer);
  file.set(new TextEncoder().encode('RIFF'));
  file.set(new TextEncoder().encode('WAVEfmt '), 8);
  file.set(new TextEncoder().encode('data'), 36);
  file.set(new Uint8Array(data.buffer), 44);
  view.setUint32(4, 36 + data.byteLength, true);
  for (const [at, number] of [
    [16, 16],
    [24, rate],
    [28, (rate * channels * bits) / 8],
    [40, claims ?? data.byteLength],
  ] as const)
    view.setUint32(at, number, true);
  for (const [at, number] of [
    [20, kind],
    [22, channels],
    [32, (channels * bits) / 8],
    [34, bits],
  ] as const)
    view.setUint16(at, number, true);
  return file;
}

const sound: Header = { kind: 1, channels: 1, rate: 8_000, bits: 16, claims: undefined };
const tone = (length: number) => Float32Array.from({ length }, (_, nth) => 0.1 * Math.sin(nth / 3));
/** Nearly always one of these: of a header with everything wrong only the first would be found. */
const mostly = <Value>(usual: readonly Value[], odd: readonly Value[]) =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...usual), weight: 9 },
    { arbitrary: fc.constantFrom(...odd), weight: 1 },
  );
const anyWav = fc
  .record({
    header: fc.record({
      kind: mostly([1], [3, 2, 0xfffe]),
      channels: mostly([1, 2], [0, 3, 32, 65_535]),
      rate: mostly([8_000, 16_000], [0, 8, 7_999, 768_001, 4e9]),
      bits: mostly([16], [8, 32]),
      claims: mostly<number | undefined>([undefined], [0, 7, 8 * 36_000, 0x7fff_ffff, 0xffff_ffff]),
    }),
    length: mostly([2_400, 4_000], [0, 1, 800]),
    odd: mostly<number | undefined>([undefined, 0.9], [Number.NaN, Infinity, -Infinity, 1e30, 3]),
    at: fc.nat(),
  })
  .map(({ header, length, odd, at }) => {
    const samples = tone(length);
    if (odd !== undefined && length > 0) samples[at % length] = odd;
    const isFloat = odd !== undefined && !(odd < 1);
    return wav(isFloat ? { ...header, kind: 3, bits: 32 } : header, samples);
  });
const FILES = ['one.flac', 'six.flac', 'two.m4a', 'two.ogg', 'two.opus', 'alac.m4a'].map(fixture);
const harmedFile = fc
  .tuple(fc.constantFrom(...FILES, wav(sound, tone(2_400))), bytesHarmed)
  .map(([file, harm]) => harm(file));
const anyName = fc.constantFrom(
  'Rain.mp3',
  '.wav',
  'a\u202egpj.exe',
  '\u0000',
  `${'n'.repeat(300)}.flac`,
  '🌊'.repeat(60),
);

async function opened(here: Memory): Promise<OwnSounds> {
  let ids = 0;
  const ports: OwnSoundPorts = {
    openOwnSoundStore: () => Promise.resolve(createOwnSoundStore(here)),
    measureSound: (file) => measuring.measure(file),
    storageRoom: () => Promise.resolve({ used: 1, left: 2, promised: true }),
    newId: () => `id-${ids++}`,
    nowMs: () => 7,
  };
  return OwnSounds.open(ports);
}

/** What was taken in can be played at once and after the app was opened anew, and is never loud. */
async function expectUsable(here: Memory, sounds: OwnSounds): Promise<void> {
  const [taken] = sounds.all;
  const [found] = (await opened(here)).all;
  expect(taken).toEqual(found === undefined ? undefined : { ...found, v: undefined });
  if (taken === undefined) throw new Error('it is not listed');
  expect(taken.title).toMatch(/^[^\p{Cc}\p{Cs}\p{Bidi_Control}]{1,80}$/u);
  for (const as of ['bed', 'bell'] as const) {
    const gain = ownGain(taken, as);
    expect(Number.isFinite(gain)).toBe(true);
    expect(taken.truePeak + gain).toBeLessThanOrEqual(-3);
  }
  expect((await createOwnSoundStore(here).bytes(taken.id))?.size).toBe(taken.size);
}

describe('a sound of one’s own', () => {
  const tally = tallied('sounds');
  // Mutants, each red: measured.ts that lets pass what is no number; without the bounds of the rate; a file's name as it is.
  it(
    `[OWN8] is taken in with its bytes, or refused in one sentence, whatever its header says`,
    { timeout: PATIENCE },
    async () => {
      const around = fc.record({
        isTorn: fc.nat(29).map((nth) => nth === 0),
        fails: fc.constantFrom(0, 0, 0, 0, 1, 2),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(anyWav, harmedFile),
          anyName,
          around,
          async (bytes, name, { isTorn, fails }) => {
            const here = memory();
            const sounds = await opened(here);
            if (fails > 0) here.failAt(fails);
            await sounds.takeIn([new (isTorn ? Torn : File)([bytes], name)]);
            const [refused] = sounds.imports;
            if (refused?.problem === undefined) {
              tally.taken++;
              await expectUsable(here, sounds);
              return;
            }
            tally.refused++;
            expectClear(refusedWords(say, refused.file, refused.problem));
            expect([here.everything(), sounds.all]).toEqual([[], []]);
          },
        ),
        { numRuns: SHARE },
      );
    },
  );

  it.each<[kind: string, change: Partial<Header>]>([
    ['damaged', { channels: 0 }],
    ['too-many-channels', { channels: 32 }],
    ['odd-rate', { rate: 8, claims: 8 * 36_000 * 2 }],
  ])('[OWN8] says what is wrong with a header: %s', async (kind, change) => {
    const read = await measureFile(new Blob([wav({ ...sound, ...change }, tone(4_000))]), () => undefined);
    expect(read).toEqual({ ok: false, problem: { kind } });
  });

  it('[OWN8] a sample that is no number is enough to be refused', async () => {
    const samples = tone(8_000).map((sample, nth) => (nth === 7_000 ? Number.NaN : sample));
    const file = new Blob([wav({ ...sound, kind: 3, bits: 32 }, samples)]);
    expect(await measureFile(file, () => undefined)).toEqual({ ok: false, problem: { kind: 'damaged' } });
  });
});
