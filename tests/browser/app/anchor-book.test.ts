import { beforeEach, describe, expect, it } from 'vitest';
import { createShippedGuide } from '#app/guide.ts';
import { OwnThings } from '#app/own-things.svelte.ts';
import { AnchorBook } from '#app/voices/anchor-book.svelte.ts';
import { packAnchors } from '#app/voices/anchor-file.ts';
import type { LineWorker } from '#audio/recording/line-worker.ts';
import { lineFrom } from '#audio/recording/take.ts';
import { wavOf } from '#audio/recording/wav.ts';
import type { KeptAnchor } from '#session/anchor-reading.ts';
import { createAnchorShelf } from '#storage/anchor-lines.ts';
import { createConnection } from '#storage/connection.ts';
import { emptied } from '../storage/emptied.ts';

const sound = wavOf(Float32Array.from({ length: 2400 }, (_, nth) => 0.02 * Math.sin(nth / 5)));
const lines = (count: number, from = 0): KeptAnchor[] =>
  Array.from({ length: count }, (_, nth) => ({
    ...{ id: `anchor-line.${from + nth}`, name: `Line ${from + nth}`, speaker: 'Ida', text: 'I am here.' },
    ...{ sound, seconds: 0.1, madeMs: 1, consentMs: 1 },
  }));

const worker: LineWorker = {
  take: () => Promise.reject(new Error('not asked for')),
  read: (file) => Promise.resolve(lineFrom(file)),
  close: () => undefined,
};
const shelf = () => createAnchorShelf(createConnection(indexedDB));

async function opened(kept: readonly KeptAnchor[]): Promise<AnchorBook> {
  const things = new OwnThings(shelf(), () => 'new');
  for (const line of kept) await things.keep(line);
  const parts: Partial<ConstructorParameters<typeof AnchorBook>[0]> = {
    openLineWorker: () => Promise.resolve(worker),
    guide: () => createShippedGuide('en'),
  };
  return new AnchorBook(parts as ConstructorParameters<typeof AnchorBook>[0], things);
}
const count = async (book: AnchorBook) => [book.lines.all.length, (await shelf().all()).length];

describe('lines of somebody close, from a file', () => {
  beforeEach(emptied);

  it('are taken in, and replace those that are here already', async () => {
    const book = await opened(lines(10));
    await book.takeIn(new Blob([packAnchors(lines(4, 8))]));
    expect([book.refusal, await count(book)]).toEqual([undefined, [12, 12]]);
  });

  // Mutant: taken in without asking how many there will be -> fails.
  it('are refused where there would be more than twelve: none of them is taken in', async () => {
    const book = await opened(lines(10));
    await book.takeIn(new Blob([packAnchors(lines(4, 9))]));
    expect([book.refusal, await count(book)]).toEqual([{ kind: 'too-many' }, [10, 10]]);
  });
});
