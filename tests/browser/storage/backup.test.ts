import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBackupStore } from '#storage/backup/backup.ts';
import { openFile, sealFile } from '#storage/backup/sealed-file.ts';
import { createConnection, STORES } from '#storage/connection.ts';
import { ITERATIONS } from '#storage/passphrase.ts';
import { bytesOf } from '#storage/value-bytes.ts';
import { valueOf } from '#storage/value-reading.ts';
import { anyData, anyValue, type Entry } from '../../helpers/any-data.ts';
import { KEEPS_FILES } from '../../helpers/engines.ts';
import { emptied } from './emptied.ts';

/** How many random devices; `npm run reliability` asks for a thousand. */
const RUNS = Number(import.meta.env['VITE_RUNS'] ?? 50);
const QUICK = 10; // of the derivation: what is tested here is everything else
const PASSPHRASE = 'tide and lantern';

const connection = () => createConnection(indexedDB);
const backups = () => createBackupStore(connection(), crypto, QUICK);

async function keep(entries: readonly Entry[]): Promise<void> {
  await connection().together(STORES, (store) => {
    for (const name of STORES) store(name).clear();
    for (const [name, key, value] of entries) store(name).put(value, key);
  });
}

/** All that lies in the database, to the byte. */
async function everything(): Promise<string> {
  const all = await Promise.all(
    STORES.map(async (name) => [name, await connection().store(name).entries()] as const),
  );
  const digest = await crypto.subtle.digest('SHA-256', await bytesOf(all));
  return new Uint8Array(digest).toString();
}

async function opened(file: Blob, passphrase = PASSPHRASE) {
  const read = await backups().open(file, passphrase);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

async function changed(file: Blob, at: number): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return new Blob([bytes]);
}

const MEGABYTE = 1024 * 1024;
const long = () => {
  const noise = new Uint8Array(2.4 * MEGABYTE);
  for (let at = 0; at < noise.length; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
  return noise;
};
const SOME: readonly Entry[] = [
  ['pages', 'page', { v: 1, text: 'the lake' }],
  ['sound-bytes', 'own.a', KEEPS_FILES ? new Blob([long()], { type: 'audio/mpeg' }) : long()],
  ['settings', 'captions', undefined],
];

beforeEach(emptied);

// Mutants of value-bytes.ts: text always written as UTF-8 -> red (half a surrogate pair); a File written as a Blob -> red.
it('any value comes back from its bytes as it was, and gives the same bytes again', async () => {
  await fc.assert(
    fc.asyncProperty(anyValue, async (value) => {
      const bytes = await bytesOf(value);
      const back = valueOf(bytes);
      expect(await bytesOf(back)).toEqual(bytes);
      expect(back).toEqual(value);
    }),
    { numRuns: RUNS * 4, examples: [['\ud800'], ['\ufeffx'], [-0], [NaN], [[undefined]]] },
  );
});

it('what cannot be kept is refused, not left out', async () => {
  await expect(bytesOf({ play: () => undefined })).rejects.toThrow('cannot be kept');
  await expect(bytesOf([/a/])).rejects.toThrow('RegExp cannot be kept');
});

describe('a backup', () => {
  // Mutants: a store left out of the walk -> red; `restore` without `clear` -> red.
  it(
    `gives back ${RUNS} random devices to the byte, after all was wiped`,
    { timeout: RUNS * 2_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(anyData(KEEPS_FILES), anyData(KEEPS_FILES), async (here, there) => {
          await keep(here);
          const before = await everything();
          const file = await backups().make(PASSPHRASE, 7);
          await keep(there); // another device, with things of its own
          expect(await backups().restore(await opened(file))).toEqual({ ok: true, value: undefined });
          expect(await everything()).toBe(before);
        }),
        { numRuns: RUNS },
      );
    },
  );

  it('gives back sounds longer than a piece, and says when it was made', async () => {
    await keep(SOME);
    const before = await everything();
    const file = await backups().make(PASSPHRASE, 1_700_000_000_000);
    await emptied();
    const read = await opened(file);
    expect(read.madeMs).toBe(1_700_000_000_000);
    await backups().restore(read);
    expect(await everything()).toBe(before);
  });

  it('is closed with six hundred thousand rounds, a salt of its own each time, and nothing to be read in it', async () => {
    await keep([['pages', 'page', { text: 'the lake' }]]);
    const store = createBackupStore(connection(), crypto);
    const [one, other] = [await store.make(PASSPHRASE, 7), await backups().make(PASSPHRASE, 7)];
    const text = await one.text();
    expect([ITERATIONS, text.split('\n')[0]?.split(' ')[2]]).toEqual([600_000, '600000']);
    expect(text.split(' ')[3]?.slice(0, 32)).not.toBe((await other.text()).split(' ')[3]?.slice(0, 32));
    expect(text).not.toContain('the lake');
    expect((await store.open(one, PASSPHRASE)).ok).toBe(true);
  });

  it('opens with the passphrase as another device types it', async () => {
    const file = await backups().make('caf\u00e9', 7);
    expect((await backups().open(file, 'cafe\u0301')).ok).toBe(true);
  });
});

describe('a file that is not as it was made', () => {
  it('is refused wherever a bit is flipped, and the device is as it was', { timeout: 120_000 }, async () => {
    await keep(SOME);
    const before = await everything();
    const file = await backups().make(PASSPHRASE, 7);
    const header = (await file.slice(0, 300).text()).indexOf('\n') + 1;
    const anywhere = Array.from({ length: 25 }, (_, nth) => Math.floor((file.size * nth) / 25));
    const places = [...Array(header + 17).keys(), ...anywhere, file.size - 17, file.size - 16, file.size - 1];
    for (const at of places) {
      const read = await backups().open(await changed(file, at), PASSPHRASE);
      expect([at, read.ok]).toEqual([at, false]);
    }
    expect(await everything()).toBe(before);
  });

  it('is refused where it was cut off, or something was added', async () => {
    await keep(SOME);
    const file = await backups().make(PASSPHRASE, 7);
    const header = (await file.slice(0, 300).text()).indexOf('\n') + 1;
    for (const to of [header + 16, header + 16 + MEGABYTE + 16, file.size - 1, file.size - 1000])
      expect(await backups().open(file.slice(0, to), PASSPHRASE)).toEqual({ ok: false, problem: 'damaged' });
    expect((await backups().open(new Blob([file, 'x']), PASSPHRASE)).ok).toBe(false);
  });

  /** A file of three pieces, the last of a few bytes, by its parts. */
  async function parts() {
    async function* contents() {
      yield* await Promise.resolve([new Uint8Array(2 * MEGABYTE + 5)]);
    }
    const file = await sealFile(crypto, PASSPHRASE, contents(), QUICK);
    const first = (await file.slice(0, 300).text()).indexOf('\n') + 1;
    const places = [
      0,
      first,
      first + 16,
      first + 16 + MEGABYTE + 16,
      first + 16 + 2 * (MEGABYTE + 16),
      file.size,
    ];
    return places.slice(1).map((to, nth) => file.slice(places[nth], to));
  }
  async function isRead(blobs: readonly (Blob | undefined)[]): Promise<boolean> {
    const file = await openFile(crypto, PASSPHRASE, new Blob(blobs.flatMap((blob) => blob ?? [])));
    if (!file.ok) return false;
    try {
      for await (const piece of file.value.pieces()) expect(piece.length).toBeGreaterThan(0);
      return true;
    } catch {
      return false;
    }
  }

  // Mutants of sealed-file.ts, in this order: the IV without `isLast`; without the number of the piece; no `additionalData`.
  it('is refused by its pieces alone: cut between two, in another order, with its line written otherwise', async () => {
    const [line, seal, one, two, last] = await parts();
    expect(await isRead([line, seal, one, two, last])).toBe(true);
    expect(await isRead([line, seal, one, two])).toBe(false);
    expect(await isRead([line, seal, two, one, last])).toBe(false);
    expect(await isRead([line, seal, one, one, last])).toBe(false);
    const otherwise = new Blob([((await line?.text()) ?? '').replace(' 10 ', ' 010 ')]);
    expect(await isRead([otherwise, seal, one, two, last])).toBe(false);
  });

  it('says why: another passphrase, something else altogether, from a newer app', async () => {
    const file = await backups().make(PASSPHRASE, 7);
    const problem = async (each: Blob, passphrase = PASSPHRASE) => {
      const read = await backups().open(each, passphrase);
      return read.ok ? 'opened' : read.problem;
    };
    expect(await problem(file, 'tide and lanterns')).toBe('wrong-passphrase');
    expect(await problem(file, '')).toBe('wrong-passphrase');
    expect(await problem(new Blob(['PK\u0003\u0004 a zip']))).toBe('no-backup');
    expect(await problem(new Blob([]))).toBe('no-backup');
    expect(await problem(new Blob([(await file.text()).replace('backup 1', 'backup 2')]))).toBe('newer');
  });
});

// Mutant: `together` without `abort` (connection.ts) -> red: the device is empty.
it('where one value cannot be put back nothing is, and what was there is there still', async () => {
  await keep(SOME);
  const before = await everything();
  const restored = await backups().restore({
    madeMs: 7,
    entries: [
      ['pages', 'other', { v: 1 }],
      ['pages', 'bad', () => undefined],
    ],
  });
  expect(restored.ok).toBe(false);
  expect(await everything()).toBe(before);
});
