import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createShippedGuide } from '#app/guide.ts';
import { packGuide } from '#app/guide-file.ts';
import { GuideStudio } from '#app/guide-studio.svelte.ts';
import { createOwnGuide } from '#app/other-guides.ts';
import { OwnThings } from '#app/own-things.svelte.ts';
import { AnchorBook } from '#app/voices/anchor-book.svelte.ts';
import { packAnchors } from '#app/voices/anchor-file.ts';
import type { LineWorker } from '#audio/recording/line-worker.ts';
import { lineFrom } from '#audio/recording/take.ts';
import { LONGEST_LINE, readWav, wavOf } from '#audio/recording/wav.ts';
import { allLineIds } from '#guidance/all-lines.ts';
import { voicesTexts } from '#messages/voices.ts';
import { keptAnchorOf, type KeptAnchor } from '#session/anchor-reading.ts';
import { createAnchorShelf } from '#storage/anchor-lines.ts';
import { createGuideStore } from '#storage/guides.ts';
import { refusalWords } from '#ui/screens/voices/recorder-words.ts';
import { bytesHarmed, jsonHarmed, Torn } from '../helpers/harm.ts';
import { FAKE_RANGE, memory } from '../helpers/memory.ts';
import { plan } from '../helpers/sessions.ts';
import { expectClear, PATIENCE, SHARE, tallied } from './judging.ts';

const say = voicesTexts('en');
const soundOf = (seed: number) =>
  wavOf(Float32Array.from({ length: 2400 + seed }, (_, nth) => 0.02 * Math.sin(nth / (5 + seed))));
/** The worker's own work, done here. */
const worker: LineWorker = {
  take: () => Promise.reject(new Error('not asked for')),
  read: (file) => Promise.resolve(lineFrom(file)),
  close: () => undefined,
};

const anyLines = fc.uniqueArray(fc.constantFrom(...allLineIds), { minLength: 1, maxLength: 3 });
const guideOf = (ids: readonly string[]) =>
  packGuide({
    name: 'Anna',
    language: 'en',
    gaps: 'left-out',
    lines: ids.map((line, nth) => ({
      line,
      recording: { text: `words of ${line}`, seconds: 0.1, recordedMs: nth },
      sound: soundOf(nth),
    })),
  });
const anchor = (nth: number): KeptAnchor => ({
  ...{ id: `anchor-line.${nth}`, name: `Line ${nth}`, speaker: 'Ida', text: 'I am here.' },
  ...{ sound: soundOf(nth), seconds: 0.1, madeMs: 1, consentMs: 1 },
});
const anchorsOf = (count: number) => packAnchors(Array.from({ length: count }, (_, nth) => anchor(nth)));

/** What is done to the files in a zip before they are put together again. */
const filesHarmed: fc.Arbitrary<(files: Zippable) => Zippable> = fc.oneof(
  jsonHarmed.map((harm) => (files: Zippable) => {
    const manifest: unknown = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array));
    return { ...files, 'manifest.json': strToU8(harm(manifest)) };
  }),
  fc.tuple(fc.nat(), bytesHarmed).map(([nth, harm]) => (files: Zippable) => {
    const name = Object.keys(files)[nth % Object.keys(files).length] ?? '';
    return { ...files, [name]: harm(Uint8Array.from(files[name] as Uint8Array)) };
  }),
  fc.nat().map((nth) => (files: Zippable) => {
    const left = Object.entries(files).filter((_, place) => place !== nth % Object.keys(files).length);
    return Object.fromEntries(left);
  }),
  fc.constantFrom('../clips/x.wav', 'manifest.json/', 'x'.repeat(300)).map((name) => (files: Zippable) => {
    return { [name]: new Uint8Array(9), ...files };
  }),
);
/** A zip as it may come: as it was, put together anew with other files in it, with other bytes, or both. */
const zipHarmed: fc.Arbitrary<(zip: Uint8Array) => Uint8Array<ArrayBuffer>> = fc
  .record({
    files: fc.option(filesHarmed, { nil: undefined, freq: 3 }),
    packed: fc.constantFrom(0 as const, 9 as const),
    bytes: fc.option(bytesHarmed, { nil: undefined, freq: 1 }),
  })
  .map(({ files, packed, bytes }) => (zip) => {
    const whole = files === undefined ? zip.slice() : zipSync(files(unzipSync(zip)), { level: packed });
    return bytes === undefined ? whole : bytes(whole);
  });
/** What else may go wrong: the file is gone, or the n-th thing that is put finds no room. */
const around = fc.record({
  isTorn: fc.nat(19).map((nth) => nth === 0),
  fails: fc.oneof(
    { arbitrary: fc.constant(0), weight: 4 },
    { arbitrary: fc.integer({ min: 1, max: 6 }), weight: 1 },
  ),
});
const fileOf = (bytes: Uint8Array<ArrayBuffer>, isTorn: boolean) =>
  new (isTorn ? Torn : File)([bytes], 'voices.zip', { type: 'application/zip' });

function expectLine(sound: ArrayBuffer | undefined, seconds: number | undefined): void {
  const read = readWav(sound ?? new ArrayBuffer(0));
  expect(read.ok && read.value.length / 24_000).toBe(seconds);
  expect(seconds).toBeLessThanOrEqual(LONGEST_LINE);
}

beforeAll(() => Object.assign(globalThis, { IDBKeyRange: FAKE_RANGE }));

describe('a voice from a file', () => {
  const guides = tallied('guides');
  // Mutants, each red: guides.ts that keeps the guide before its lines; zip.ts that reads without `catch`. Sums and lies about
  // sizes: tests/app/unzip.test.ts; a line that is not known: tests/app/guide-file.test.ts.
  it(
    `[V6] a guide is taken in whole or refused in one sentence, whatever was done to it`,
    { timeout: PATIENCE },
    async () => {
      const small = plan();
      await fc.assert(
        fc.asyncProperty(anyLines, zipHarmed, around, async (ids, harm, { isTorn, fails }) => {
          const here = memory([
            ['guides', 'own.1', { v: 1, id: 'own.1', name: 'Bo', gaps: 'shipped', madeMs: 1 }],
          ]);
          const store = createGuideStore(here);
          const parts: Partial<Parameters<typeof GuideStudio.open>[0]> = {
            openGuideStore: () => Promise.resolve(store),
            openLineWorker: () => Promise.resolve(worker),
            newId: () => 'new',
            nowMs: () => 7,
            setup: { plan: small } as never,
            recorder: { forget: () => undefined } as never,
          };
          const studio = await GuideStudio.open(parts as Parameters<typeof GuideStudio.open>[0]);
          const before = here.everything();
          if (fails > 0) here.failAt(fails);
          await studio.takeIn(fileOf(harm(guideOf(ids)), isTorn));
          if (studio.refusal !== undefined) {
            guides.refused++;
            expectClear(refusalWords(say, studio.refusal));
            expect(here.everything()).toEqual(before);
            expect(studio.guides.length).toBe(1);
            return;
          }
          guides.taken++;
          const taken = studio.guides.find(({ id }) => id === 'own.new');
          if (taken === undefined) throw new Error('it is not listed');
          const recordings = await store.recordings('own.new');
          const guide = await createOwnGuide(taken, store, createShippedGuide('en'));
          for (const [line, { seconds }] of recordings) {
            expectLine(await store.sound('own.new', line), seconds);
            expect(guide.line(line)?.duration).toBe(seconds);
          }
          expect(here.everything().length).toBe(before.length + 1 + 2 * recordings.size);
        }),
        { numRuns: SHARE },
      );
    },
  );

  const lines = tallied('lines of somebody close');
  it(
    `[V6] lines of somebody close are taken in whole or refused in one sentence`,
    { timeout: PATIENCE },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 3 }),
          zipHarmed,
          around,
          async (count, harm, { isTorn, fails }) => {
            const here = memory([['anchor-lines', 'anchor-line.0', anchor(0)]]);
            const things = new OwnThings(createAnchorShelf(here), () => 'new');
            await things.open();
            const parts: Partial<ConstructorParameters<typeof AnchorBook>[0]> = {
              openLineWorker: () => Promise.resolve(worker),
            };
            const book = new AnchorBook(parts as ConstructorParameters<typeof AnchorBook>[0], things);
            const before = here.everything();
            if (fails > 0) here.failAt(fails);
            await book.takeIn(fileOf(harm(anchorsOf(count)), isTorn));
            if (book.refusal !== undefined || things.notKept) {
              lines.refused++;
              expectClear(book.refusal === undefined ? say.close.notKept : refusalWords(say, book.refusal));
              expect(here.everything()).toEqual(before);
              return;
            }
            lines.taken++;
            const kept = await createAnchorShelf(here).all();
            expect(kept.length).toBe(here.everything().length);
            expect(new Set(kept.map(({ id }) => id))).toEqual(new Set(things.all.map(({ id }) => id)));
            for (const line of kept) {
              expect(keptAnchorOf(line)).toEqual(line);
              expectLine(line.sound, line.seconds);
            }
          },
        ),
        { numRuns: SHARE },
      );
    },
  );
});
