import { beforeEach, describe, expect, it } from 'vitest';
import { createConnection } from '#storage/connection.ts';
import { createGuideStore, type OwnGuide } from '#storage/guides.ts';
import { emptied } from './emptied.ts';

const mine: OwnGuide = { id: 'mine', name: 'Mine', language: 'en', gaps: 'shipped', madeMs: 1 };
const line = (guide: string, id: string, recordedMs: number) => ({
  guide,
  line: id,
  recording: { text: id, seconds: 2, recordedMs },
  sound: new Uint8Array([recordedMs]).buffer,
});

beforeEach(emptied);

describe('recorded guides', () => {
  it('keeps lines and sounds of each guide apart, the last recording of a line counts', async () => {
    const store = createGuideStore(createConnection(indexedDB));
    await store.keep(mine);
    expect(await store.record([line('mine', 'a', 1), line('mine', 'b', 2), line('other', 'a', 3)])).toEqual({
      ok: true,
      value: undefined,
    });
    await store.record([line('mine', 'a', 4)]);
    const recordings = await store.recordings('mine');
    expect([...recordings].map(([id, { recordedMs }]) => [id, recordedMs])).toEqual([
      ['a', 4],
      ['b', 2],
    ]);
    expect(new Uint8Array((await store.sound('mine', 'a')) ?? new ArrayBuffer())).toEqual(
      new Uint8Array([4]),
    );
    expect(await store.sound('mine', 'c')).toBeUndefined();
  });

  // Mutant: the guide in one transaction and its lines in another -> red.
  it('[ST8] keeps a guide that comes whole with all its lines, or nothing of it', async () => {
    const store = createGuideStore(createConnection(indexedDB));
    const unkeepable = { ...line('', 'b', 2), sound: (() => undefined) as never };
    expect((await store.keepWhole(mine, [line('', 'a', 1), unkeepable])).ok).toBe(false);
    expect([await store.all(), await store.sound('mine', 'a')]).toEqual([[], undefined]);
    expect((await store.keepWhole(mine, [line('', 'a', 1), line('', 'b', 2)])).ok).toBe(true);
    expect([...(await store.recordings('mine')).keys()]).toEqual(['a', 'b']);
    expect((await store.all()).map(({ id }) => id)).toEqual(['mine']);
  });

  it('lets go of a guide with everything it recorded, and of nothing else', async () => {
    const store = createGuideStore(createConnection(indexedDB));
    await store.keep(mine);
    await store.keep({ ...mine, id: 'other' });
    await store.record([line('mine', 'a', 1), line('other', 'a', 2)]);
    await store.remove('mine');
    expect((await store.all()).map(({ id }) => id)).toEqual(['other']);
    expect((await store.recordings('mine')).size).toBe(0);
    expect(await store.sound('mine', 'a')).toBeUndefined();
    expect((await store.recordings('other')).size).toBe(1);
  });
});
