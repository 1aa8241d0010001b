import { describe, expect, it } from 'vitest';
import { OwnThings } from '#app/own-things.svelte.ts';
import type { OwnPattern } from '#session/own-pattern.ts';
import { createConnection } from '#storage/connection.ts';
import { createPatternShelf } from '#storage/patterns.ts';
import { emptied } from '../storage/emptied.ts';

const made = (id: string, name: string): OwnPattern => ({
  v: 1,
  id,
  name,
  pattern: [3.3, 0, 5.7, 0.5],
  topUp: 0,
});

async function opened(): Promise<OwnThings<OwnPattern>> {
  const patterns = new OwnThings(createPatternShelf(createConnection(indexedDB)), () => 'new');
  await patterns.open();
  return patterns;
}
const names = (patterns: OwnThings<OwnPattern>) => patterns.all.map(({ name }) => name);

describe('one’s own patterns', () => {
  it('are there again, by name, the same to a tenth of a second', async () => {
    await emptied();
    const patterns = await opened();
    await patterns.keep(made('b', 'Tide'));
    await patterns.keep(made('a', 'Evening'));
    await patterns.keep(made('b', 'Slow tide'));
    const again = await opened();
    expect(names(again)).toEqual(['Evening', 'Slow tide']);
    expect(again.all[0]).toEqual(made('a', 'Evening'));
  });

  // Mutant: undo() that only lists it again -> it is gone the next time.
  it('can be had back after they were deleted, for good', async () => {
    await emptied();
    const patterns = await opened();
    const tide = made('a', 'Tide');
    await patterns.keep(tide);
    await patterns.remove(tide);
    expect(patterns.removed).toEqual(tide);
    expect([names(patterns), names(await opened())]).toEqual([[], []]);
    await patterns.undo();
    expect(patterns.removed).toBeUndefined();
    expect([names(patterns), names(await opened())]).toEqual([['Tide'], ['Tide']]);
  });

  it('that the device does not keep can be used, and it says so', async () => {
    const full = {
      all: () => Promise.reject(new Error('closed')),
      keep: () => Promise.resolve({ ok: false, problem: 'storage-full' } as const),
      keepAll: () => Promise.resolve({ ok: false, problem: 'storage-full' } as const),
      remove: () => Promise.resolve({ ok: true, value: undefined } as const),
    };
    const patterns = new OwnThings<OwnPattern>(full, () => 'new');
    await patterns.open();
    await patterns.keep(made('a', 'Tide'));
    expect([names(patterns), patterns.notKept]).toEqual([['Tide'], true]);
    await patterns.remove(made('b', 'Evening'));
    expect(patterns.notKept).toBe(true); // what is kept of one does not hide what is not of another
    await patterns.remove(made('a', 'Tide'));
    expect(patterns.notKept).toBe(false);
  });
});
