import { describe, expect, it } from 'vitest';
import { Permanence } from '#app/permanence.svelte.ts';
import type { Settings } from '#storage/settings.ts';

/** A device with a database, and a text beside it; the one can be cleared without the other. */
function device() {
  const settings = new Map<string, unknown>();
  let counts = { sessions: 0, pages: 0 };
  let text = '';
  let closed = false;
  let promises = 0;
  let ids = 0;
  const ports = {
    settings: {
      load: (key: string, read: (stored: unknown) => unknown) =>
        Promise.resolve(closed || !settings.has(key) ? undefined : read(settings.get(key))),
      keep(key: string, value: unknown) {
        settings.set(key, value);
        return Promise.resolve({ ok: true, value: undefined } as const);
      },
    } as Settings,
    newId: () => `install-${++ids}`,
    storageRoom(ask: boolean) {
      promises += ask ? 1 : 0;
      return Promise.resolve({ used: 1, left: 1, promised: promises > 0 });
    },
    countKept: () => (closed ? Promise.reject(new Error('closed')) : Promise.resolve(counts)),
    beside: { read: () => text, write: (next: string) => void (text = next) },
  };
  return {
    open: () => Permanence.open(ports),
    holds: (sessions: number, pages = 0) => void (counts = { sessions, pages }),
    close: (now: boolean) => void (closed = now),
    clear() {
      settings.clear();
      counts = { sessions: 0, pages: 0 };
    },
    text: () => text,
    settings,
  };
}

/** A device on which a session was kept, and then the database was cleared. */
async function cleared() {
  const here = device();
  const permanence = await here.open();
  here.holds(12, 1);
  await permanence.sessionKept();
  here.clear();
  return here;
}

describe('what was kept, once it is gone', () => {
  it('[ST5] is told at the next opening, until somebody has read it, and never again', async () => {
    const here = await cleared();
    expect((await here.open()).lost).toMatchObject({ sessions: 12, pages: 1 });
    const again = await here.open();
    expect(again.lost).toMatchObject({ sessions: 12 });
    await again.understood();
    expect([again.lost, (await here.open()).lost]).toEqual([undefined, undefined]);
    here.holds(1);
    await again.sessionKept();
    expect((await here.open()).lost).toBeUndefined();
  });

  it('[ST5] is not told where it cannot be known, nor where somebody has deleted all of it', async () => {
    const here = device();
    const permanence = await here.open();
    here.holds(3);
    await permanence.sessionKept();
    here.close(true);
    expect((await here.open()).lost).toBeUndefined();
    here.close(false);
    here.holds(0);
    expect((await here.open()).lost).toBeUndefined();
  });

  it('[ST5] leaves nothing behind on a device that keeps nothing, and two counts on one that does', async () => {
    const here = device();
    const permanence = await here.open();
    expect([here.text(), here.settings.size]).toEqual(['', 0]);
    here.holds(2);
    await permanence.sessionKept();
    expect(JSON.parse(here.text())).toEqual({ install: 'install-1', sessions: 2, pages: 0 });
  });

  it('has the browser asked for its promise when the first session is over, not while one runs', async () => {
    const here = device();
    const permanence = await here.open();
    expect(permanence.promised).toBe(false);
    await permanence.sessionKept();
    expect(permanence.promised).toBe(true);
  });
});
