import { describe, expect, it } from 'vitest';
import { Captions } from '#app/captions.svelte.ts';
import { Listening, type Output } from '#app/listening.svelte.ts';
import type { Settings } from '#storage/settings.ts';

/** What is kept stays for as long as the test. */
function settings(kept: Record<string, unknown> = {}): Settings {
  return {
    load: (key, read) => Promise.resolve(kept[key] === undefined ? undefined : read(kept[key])),
    keep: (key, value) => {
      kept[key] = structuredClone(value);
      return Promise.resolve({ ok: true, value: undefined });
    },
  };
}

const studio: Output = {
  name: 'studio',
  kind: 'headphones',
  checkedMs: 1_000,
  ears: 'right',
  ceiling: -9,
  delay: 0.18,
};

describe('what somebody listens with', () => {
  it('is there the next time, and what was listened with last counts', async () => {
    const store = settings();
    const before = new Listening(store);
    await before.open();
    expect([before.ears, before.ceiling, before.delay]).toEqual(['unchecked', undefined, 0]);
    before.keep(studio);
    before.keep({ ...studio, name: '', kind: 'speakers', ears: undefined, ceiling: -3, delay: undefined });
    const after = new Listening(store);
    await after.open();
    expect(after.outputs).toHaveLength(2);
    expect([after.ears, after.ceiling, after.delay]).toEqual(['speakers', -3, 0]);
    after.keep(studio);
    expect([after.ears, after.ceiling, after.delay]).toEqual(['passed', -9, 0.18]);
    expect(after.outputs).toHaveLength(2);
    after.keep({ ...studio, ears: 'mono' });
    expect(after.ears).toBe('failed');
    after.keep({ ...studio, ears: undefined });
    expect(after.ears).toBe('unchecked');
  });

  // outputOf() that takes any number: red
  it('is left aside where it is not understood, and bounded where it is', async () => {
    const store = settings({
      listening: [
        'old',
        null,
        { name: 'x', kind: 'tin can', checkedMs: 1 },
        { ...studio, ceiling: 40, delay: 9 },
      ],
    });
    const listening = new Listening(store);
    await listening.open();
    expect(listening.outputs).toEqual([{ ...studio, ceiling: undefined, delay: undefined }]);
    const broken = new Listening(settings({ listening: 'loud' }));
    await broken.open();
    expect(broken.output).toBeUndefined();
  });
});

describe('captions', () => {
  it('are shown as the person wanted them the last time', async () => {
    const store = settings();
    const before = new Captions(store);
    await before.open();
    expect(before.look).toEqual({ shown: true, size: 'normal', bells: false, announced: false });
    before.change({ size: 'largest', bells: true });
    before.change({ shown: false });
    const after = new Captions(store);
    await after.open();
    expect(after.look).toEqual({ shown: false, size: 'largest', bells: true, announced: false });
  });

  it('fall back where something is not understood', async () => {
    const captions = new Captions(settings({ captions: { size: 'huge', shown: 1, bells: true } }));
    await captions.open();
    expect(captions.look).toEqual({ shown: true, size: 'normal', bells: true, announced: false });
  });
});
