import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Preparing } from '#app/preparing.svelte.ts';
import { createConnection } from '#storage/connection.ts';
import { createSettings } from '#storage/settings.ts';
import { openPage } from '../../helpers/planned.ts';
import { emptied } from '../storage/emptied.ts';

beforeEach(emptied);

const HOUR = 3_600_000;

/** A page that is opened so many hours from now, once its sheet is as it was left. */
async function opened(hours = 0): Promise<Preparing> {
  const { planning } = openPage({ nowMs: () => Date.now() + hours * HOUR });
  const preparing = await planning.preparing();
  await onDisk(); // what is read then has been read
  await preparing.taking.settled();
  return preparing;
}

/** What lies on the device. */
function onDisk(): Promise<unknown> {
  const settings = createSettings(createConnection(indexedDB).store('settings'));
  return settings.load('sheet-draft', (stored) => stored);
}

/** Written, and kept: the page can be killed from here on. */
async function written(preparing: Preparing, label = 'Room 7'): Promise<void> {
  preparing.label = label;
  preparing.setup.chooseRoute('im');
  preparing.avoid('chest');
  const [item] = preparing.items;
  if (item !== undefined) preparing.check(item, true);
  flushSync();
  await vi.waitFor(async () => expect(JSON.stringify(await onDisk())).toContain(label));
}

describe('a sheet', () => {
  // Mutants, each red: `checked` not put back; the route not taken up; every draft offered.
  it('is as it was, once the page is opened again', async () => {
    await written(await opened());
    const again = await opened(20);
    expect(again).toMatchObject({ label: 'Room 7', avoided: ['chest'] });
    expect([again.setup.route, again.checked.length]).toEqual(['im', 1]);
    expect([again.kept.offered, again.kept.takenBack?.person.label]).toEqual([undefined, 'Room 7']);
  });

  // Mutant: `untouched` without the route -> fails: it is an injection again.
  it('is only offered where a route was chosen before it was there', async () => {
    await written(await opened());
    const { planning } = openPage();
    planning.session.chooseRoute('lozenge');
    const { kept, setup } = await planning.preparing();
    await vi.waitFor(() => expect(kept.offered?.person.label).toBe('Room 7'));
    expect([setup.route, kept.takenBack]).toEqual(['lozenge', undefined]);
  });

  it('[PR10] grows no younger by being looked at', async () => {
    await written(await opened());
    await opened(20);
    await new Promise((soon) => setTimeout(soon, 500));
    expect((await opened(30)).kept.offered).toBeDefined();
  });

  it('[PR10] is offered after a day, and what was checked is checked anew', async () => {
    await written(await opened());
    const later = await opened(30);
    expect([later.label, later.setup.route, later.kept.offered?.person.label]).toEqual(['', 'iv', 'Room 7']);
    later.kept.take();
    expect([later.label, later.setup.route, later.checked]).toEqual(['Room 7', 'im', []]);
    expect(later.kept.offered).toBeUndefined();
  });

  it('that nobody wants is not offered again', async () => {
    await written(await opened());
    (await opened(30)).kept.clear();
    await vi.waitFor(async () => expect(await onDisk()).toBeUndefined());
    expect((await opened(30)).kept.offered).toBeUndefined();
  });

  // Mutant: clear() also where it did not begin -> fails.
  it('is the session’s once one has begun with it, and stays where none has', async () => {
    const preparing = await opened();
    await written(preparing);
    const begin = vi.fn(() => Promise.resolve());
    await preparing.begin({ begin, screen: 'start' }, 'on paper');
    expect(JSON.stringify(await onDisk())).toContain('Room 7');
    await preparing.begin({ begin, screen: 'live' }, 'on paper');
    await vi.waitFor(async () => expect(await onDisk()).toBeUndefined());
    expect(begin).toHaveBeenCalledTimes(2);
  });

  it('is empty for the next person, on the device too, and can be had back for a while', async () => {
    const preparing = await opened();
    await written(preparing);
    preparing.kept.nextPerson();
    expect([preparing.label, preparing.avoided, preparing.checked, preparing.setup.route]).toEqual([
      '',
      [],
      [],
      'im',
    ]);
    await vi.waitFor(async () => expect(await onDisk()).toBeUndefined());
    preparing.kept.undo();
    expect([preparing.label, preparing.avoided, preparing.checked.length]).toEqual(['Room 7', ['chest'], 1]);
  });

  // Mutant: forgetPerson() that resets only a sheet that was opened -> fails.
  it('of the last person is gone from the device, also where it was not opened since', async () => {
    await written(await opened());
    const { planning } = openPage();
    planning.forgetPerson();
    await vi.waitFor(async () => expect(await onDisk()).toBeUndefined());
    expect((await planning.preparing()).label).toBe('');
  });

  it('that the device does not keep can be used, and it is said', async () => {
    const full = { ok: false, problem: 'storage-full' } as const;
    const settings = { load: () => Promise.resolve(undefined), keep: () => Promise.resolve(full) };
    const preparing = await openPage({ settings }).planning.preparing();
    preparing.label = 'Room 7';
    flushSync();
    await vi.waitFor(() => expect(preparing.kept.notKept).toBe(true));
  });
});

describe('a device that does not answer', () => {
  // Mutants, each red: no limit; `late` never said.
  it('holds up no session: it begins with what the app ships, and that is said until it answers', async () => {
    let answer = (): void => undefined;
    const answers = new Promise<void>((resolve) => (answer = resolve));
    const kept = { version: 3, arrival: [{ id: 'own', text: 'Ours' }], leaving: [] };
    const settings = {
      async load<Value>(key: string, read: (stored: unknown) => Value | undefined) {
        await answers;
        return key === 'checklists' ? read(kept) : undefined;
      },
      keep: () => Promise.resolve({ ok: true, value: undefined } as const),
    };
    const preparing = await openPage({ settings }).planning.preparing();
    expect(preparing.checks.late).toBe(true);
    expect(preparing.checks.lists).toMatchObject({ version: 0 });
    expect(() => preparing.beginning('')).toThrow('without a reason');
    const adding = preparing.checks.add('leaving', 'Has a coat');
    answer();
    await adding;
    expect(preparing.checks.late).toBe(false);
    expect(preparing.checks.lists).toMatchObject({ version: 4, arrival: kept.arrival });
  });
});
