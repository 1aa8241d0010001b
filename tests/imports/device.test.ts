import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Backups } from '#app/device/backups.svelte.ts';
import { backupTexts } from '#messages/backup.ts';
import { keptCardOf } from '#session/preference-card-reading.ts';
import { createAnchorShelf } from '#storage/anchor-lines.ts';
import { createBackupStore } from '#storage/backup/backup.ts';
import { sealFile } from '#storage/backup/sealed-file.ts';
import { SCHEMA, STORES } from '#storage/connection.ts';
import { createGuideStore } from '#storage/guides.ts';
import { createJournal } from '#storage/journal.ts';
import { createMixShelf } from '#storage/mixes.ts';
import { createPracticeShelf } from '#storage/own-practices.ts';
import { createOwnSoundStore } from '#storage/own-sounds.ts';
import { createPageStore } from '#storage/pages.ts';
import { createPatternShelf } from '#storage/patterns.ts';
import { createPresetShelf } from '#storage/presets.ts';
import { createRecordStore } from '#storage/records.ts';
import { createSettings } from '#storage/settings.ts';
import { bytesOf, joined } from '#storage/value-bytes.ts';
import { anyValue } from '../helpers/any-data.ts';
import { bytesHarmed, jsonHarmed, Torn } from '../helpers/harm.ts';
import { logged, plan } from '../helpers/sessions.ts';
import { FAKE_RANGE, memory, type Memory } from '../helpers/memory.ts';
import { expectClear, PATIENCE, SHARE, tallied } from './judging.ts';

const QUICK = 10; // of the derivation: what is tested here is everything else
const PASSPHRASE = 'tide and lantern';
const say = backupTexts('en');

/** A little of everything that a device keeps, as this app writes it. */
const log = logged([0, { type: 'started' }], [9, { type: 'noted', text: 'warm' }], [60, { type: 'ended' }]);
const KEPT: readonly unknown[][] = [
  ['sessions', 'one', { v: 1, id: 'one', beganMs: 1, plan: plan(), finished: true }],
  ...log.map((event) => ['events', ['one', event.seq], { v: 1, event }]),
  ['alive', 'one', { at: 60, wallMs: 60 }],
  ['settings', 'preference-card', 7],
  ['patterns', 'p', { v: 1, id: 'p', name: 'Slow', pattern: [4, 0, 6, 0], topUp: 0 }],
  ['guides', 'own.1', { v: 1, id: 'own.1', name: 'Bo', language: 'en', gaps: 'shipped', madeMs: 1 }],
  ['clips', ['own.1', 'welcome.here', 'recording'], { v: 1, text: 'x', seconds: 1, recordedMs: 1 }],
  [
    'sounds',
    'own.a',
    { v: 1, id: 'own.a', title: 'Rain', kind: 'nature', seconds: 9, loudness: -20, truePeak: -3, size: 3 },
  ],
  ['pages', 'page', { v: 1, id: 'page', text: 'the lake' }],
];

/** A file as somebody who knows the passphrase can make it: of any values at all. */
async function sealed(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<Blob> {
  async function* contents() {
    yield* await Promise.resolve(pieces);
  }
  return sealFile(crypto, PASSPHRASE, contents(), QUICK);
}

async function recorded(value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await bytesOf(value);
  const length = new DataView(new ArrayBuffer(8));
  length.setFloat64(0, bytes.length);
  return joined([new Uint8Array(length.buffer), bytes]);
}

type Making = (values: readonly unknown[]) => Promise<Blob>;
const whole: Making = async (values) => sealed(await Promise.all(values.map(recorded)));
const HEAD = { schema: SCHEMA, madeMs: 7 };

/** From outside, by one who does not know the passphrase; or from within: of the values, or of the bytes they lie in. */
const making: fc.Arbitrary<Making> = fc.oneof(
  bytesHarmed.map((harm): Making => async (values) => {
    const file = await whole(values);
    return new Blob([harm(new Uint8Array(await file.arrayBuffer()))]);
  }),
  bytesHarmed.map((harm): Making => async (values) => {
    return sealed([harm(joined(await Promise.all(values.map(recorded))))]);
  }),
  jsonHarmed.map((harm): Making => async (values) => {
    const harmed: unknown = JSON.parse(harm(values));
    return whole(Array.isArray(harmed) ? (harmed as unknown[]) : [harmed]);
  }),
  fc
    .tuple(fc.constantFrom(...STORES), fc.oneof(fc.string(), fc.constant(Number.NaN), anyValue), anyValue)
    .map(
      (entry): Making =>
        (values) =>
          whole([...values, entry]),
    ),
  anyValue.map(
    (head): Making =>
      (values) =>
        whole([head, ...values.slice(1)]),
  ),
  fc.constant(whole),
);

/** All that reads what lies in a device, as its screens do. Nothing of it throws, whatever lies there. */
async function everythingRead(here: Memory): Promise<void> {
  for (const shelf of [createAnchorShelf, createPatternShelf, createPracticeShelf, createPresetShelf])
    await shelf(here).all();
  await createMixShelf(here).all();
  await createSettings(here.store('settings')).load('preference-card', keptCardOf);
  for (const { id } of await createGuideStore(here).all()) await createGuideStore(here).recordings(id);
  for (const { loudness, truePeak } of await createOwnSoundStore(here).all())
    expect(Number.isFinite(loudness + truePeak)).toBe(true);
  await createPageStore(here).all();
  await createJournal(here, undefined).unfinished();
  const records = createRecordStore(here, undefined);
  for (const { id } of (await records.list()).records) await records.open(id);
}

beforeAll(() => Object.assign(globalThis, { IDBKeyRange: FAKE_RANGE, reportError: () => undefined }));

describe('a copy of everything', () => {
  const tally = tallied('backups');
  // Mutant: backup.ts without `isEntry` -> red.
  it(
    '[ST8] takes the place of everything, or is refused in one sentence and changes nothing',
    { timeout: PATIENCE },
    async () => {
      const around = fc.record({
        isTorn: fc.nat(19).map((nth) => nth === 0),
        fails: fc.constantFrom(0, 0, 0, 0, 1, 3, 7),
      });
      await fc.assert(
        fc.asyncProperty(making, around, async (make, { isTorn, fails }) => {
          const here = memory([['pages', 'mine', { v: 1, id: 'mine', text: 'stays' }]]);
          const before = here.everything();
          let reloads = 0;
          const outside: Partial<ConstructorParameters<typeof Backups>[0]> = {
            openBackups: () => Promise.resolve(createBackupStore(here, crypto, QUICK)),
            sessionRuns: () => Promise.resolve(false),
            reload: () => (reloads += 1),
          };
          const backups = new Backups(outside as ConstructorParameters<typeof Backups>[0]);
          const file = await make([HEAD, ...KEPT]);
          await backups.open(isTorn ? new Torn([file], 'undertone.backup') : file, PASSPHRASE);
          expect(here.everything()).toEqual(before);
          if (backups.contents !== undefined) expect(() => say.holds(dayOf(backups), [])).not.toThrow();
          if (fails > 0) here.failAt(fails);
          await backups.restore();
          if (backups.problem === undefined) {
            tally.taken++;
            expect(reloads).toBe(1);
            expect(here.everything()).not.toContainEqual(before[0]);
            await everythingRead(here);
            return;
          }
          tally.refused++;
          expectClear(say.problems[backups.problem.why]);
          expect([here.everything(), reloads]).toEqual([before, 0]);
        }),
        { numRuns: SHARE },
      );
    },
  );
});

function dayOf({ contents }: Backups): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(contents?.madeMs);
}
