import { beforeEach, describe, expect, it } from 'vitest';
import { createConnection } from '#storage/connection.ts';
import { createSettings } from '#storage/settings.ts';
import type { Store } from '#storage/store.ts';
import { emptied } from './emptied.ts';

const textOf = (stored: unknown) => (typeof stored === 'string' ? stored : undefined);
const settings = () => createSettings(createConnection(indexedDB).store('settings'));

beforeEach(emptied);

describe('settings', () => {
  it('are there after the app was closed, each under its key, the last word counting', async () => {
    expect(await settings().keep('captions', 'large')).toEqual({ ok: true, value: undefined });
    await settings().keep('ceiling', 'none');
    await settings().keep('captions', 'off');
    expect(await settings().load('captions', textOf)).toBe('off');
    expect(await settings().load('ceiling', textOf)).toBe('none');
  });

  it('are as good as never kept where they cannot be understood', async () => {
    expect(await settings().load('captions', textOf)).toBeUndefined();
    await settings().keep('captions', { size: 'of a newer app' });
    expect(await settings().load('captions', textOf)).toBeUndefined();
  });

  it('fall back on their defaults where storage is closed, and say that nothing was kept', async () => {
    const refuse = () => Promise.reject(new DOMException('closed', 'InvalidStateError'));
    const closed = createSettings({ get: refuse, put: refuse } as unknown as Store);
    expect(await closed.load('captions', textOf)).toBeUndefined();
    expect(await closed.keep('captions', 'large')).toEqual({ ok: false, problem: 'storage-blocked' });
  });
});
