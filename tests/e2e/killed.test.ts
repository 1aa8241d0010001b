import process from 'node:process';
import { webcrypto } from 'node:crypto';
import type { Page } from '@playwright/test';
import { judgeChain } from '#session/chain-judging.ts';
import { rootOf, type Kept } from '#session/chain.ts';
import type { SessionEvent } from '#session/log.ts';
import { beginPlanned, end, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { newProfile } from './own-browser.ts';

/** How often the browser is killed; `npm run reliability` asks for two hundred. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 40);
const ACTS = ['tearful', 'smiling', 'restless', '+ 5 min', '− 5 min'];

/** The same moments in every run: a failure can be looked at again. */
function moments(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** The one session of a profile as it lies on the disk. */
interface OnDisk {
  readonly session: { readonly beganMs: number; readonly [key: string]: unknown };
  readonly events: readonly {
    readonly event: SessionEvent;
    readonly prev: string;
    readonly hash: string;
  }[];
}

function onDisk(page: Page): Promise<OnDisk> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('not read'));
      });
    const database = await asked(indexedDB.open('undertone'));
    const stores = database.transaction(['sessions', 'events']);
    const [sessions, events] = await Promise.all([
      asked(stores.objectStore('sessions').getAll()),
      asked(stores.objectStore('events').getAll()),
    ]);
    database.close();
    return { session: sessions[0] as OnDisk['session'], events: events as OnDisk['events'] };
  });
}

/** Chain and order, judged as the app itself judges a record, outside of it. */
async function judged({ session, events }: OnDisk) {
  const digest = async (text: string) => {
    const hash = await webcrypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return Buffer.from(hash).toString('hex');
  };
  const { id, beganMs, plan, saidBy, sheet } = session;
  const root = await rootOf({ id, beganMs, plan, saidBy, sheet }, digest);
  const kept = events.map(({ event, prev, hash }): Kept => ({ event, link: { prev, hash } }));
  expect(events.map(({ event }) => event.seq)).toEqual(events.map((_, nth) => nth));
  return judgeChain(root, kept, undefined, digest);
}

/** What hands did, in order, by the names of the buttons. */
function doneBy({ events }: OnDisk): string[] {
  return events.flatMap(({ event }) => {
    if (event.type === 'noted') return [event.tag ?? event.text];
    return event.type === 'phase-extended' ? [event.by > 0 ? '+ 5 min' : '− 5 min'] : [];
  });
}

/** What was done in a round, and how much of it the screen had called saved. */
interface Told {
  readonly done: string[];
  acknowledged: number;
}

/**
 * Does these acts as soon as it can, with so many milliseconds after each. Each, and each "saved" that is read, is told at
 * once; `reached` resolves when so many of them have been called saved.
 */
async function busyHands(
  page: Page,
  acts: readonly (readonly [act: string, pause: number])[],
  wanted: number,
) {
  const told: Told = { done: [], acknowledged: 0 };
  let enough = () => {};
  const reached = new Promise<void>((resolve) => (enough = resolve));
  if (wanted === 0) enough();
  await page.exposeFunction('told', (act: string | undefined, saved: number) => {
    if (act !== undefined) told.done.push(act);
    told.acknowledged = Math.max(told.acknowledged, saved);
    if (told.acknowledged >= wanted) enough();
  });
  await page.evaluate((given) => {
    const tell = (globalThis as unknown as { told: (act: string | undefined, saved: number) => void }).told;
    let done = 0;
    const act = () => {
      const [next] = given.slice(done);
      const button = [...document.querySelectorAll('button')].find(
        (each) => next !== undefined && each.textContent.trim().startsWith(next[0]),
      );
      if (next !== undefined && button !== undefined) {
        tell(next[0], 0); // first: what was tapped as the browser died may be on its disk
        button.click();
        done += 1;
      }
      setTimeout(act, next?.[1] ?? 50);
    };
    const read = () => {
      const status = document.querySelector('header [role=status]')?.textContent ?? '';
      if (/, saved/.test(status)) tell(undefined, done);
    };
    new MutationObserver(read).observe(document.body, {
      ...{ subtree: true, childList: true, characterData: true },
    });
    act();
  }, acts);
  return { told, reached };
}

/** A session that has just begun, and the browser is killed. */
async function begun(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /infusion/i }).check({ force: true });
  await beginPlanned(page);
  await tap(page, /Medicine given/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
}

/** One life of the browser: what is on its disk, then acts until it is killed. */
async function round(page: Page, dice: () => number) {
  await page.getByRole('button', { name: 'Continue the session' }).waitFor();
  const found = await onDisk(page);
  const acts = Array.from(
    { length: 5 },
    () => [ACTS[Math.floor(dice() * ACTS.length)] ?? 'tearful', dice() * 100] as const,
  );
  const { told, reached } = await busyHands(page, acts, Math.floor(dice() * 6));
  await tap(page, /Continue the session/);
  await reached; // a slow machine takes longer and does the same
  await new Promise((resolve) => setTimeout(resolve, dice() * 50));
  return { found, told };
}

/** The last life: it is continued once more, and ends in peace. */
async function ended(page: Page): Promise<OnDisk> {
  await tap(page, /Continue the session/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  const found = await onDisk(page);
  await end(page);
  return found;
}

/**
 * How far the session was from its clock, in seconds, each time it had come back: as it was written down, and by the
 * sound at the first act after that.
 */
function offClock({ session, events }: OnDisk): number[] {
  return events.flatMap(({ event }, nth) => {
    if (event.type !== 'resumed') return [];
    const after = events.slice(nth + 1).map((each) => each.event);
    const act = after.find(({ type }) => ['noted', 'phase-extended', 'interrupted'].includes(type));
    const moments = act === undefined || act.type === 'interrupted' ? [event] : [event, act];
    return moments.map(({ at, wallMs }) => Math.abs((wallMs - session.beganMs) / 1000 - at));
  });
}

test(`[ST3] the browser is killed at ${ROUNDS} random moments, and nothing that was called saved is lost`, async ({
  baseURL,
}) => {
  test.setTimeout(120_000 + ROUNDS * 15_000);
  const dice = moments(20_261_122);
  const address = `${baseURL}/#session`;
  const profile = await newProfile();
  try {
    await profile.live(address, begun);
    const began = Date.now();
    let lived: string[] = [];
    let before: Told = { done: [], acknowledged: 0 };
    let acknowledged = 0;
    const outlived = async (found: OnDisk) => {
      const stored = doneBy(found);
      expect(stored).toEqual([...lived, ...before.done].slice(0, stored.length));
      expect(stored.length).toBeGreaterThanOrEqual(lived.length + before.acknowledged);
      expect(await judged(found)).toMatchObject({ kind: 'whole', unlinked: 0 });
      acknowledged += before.acknowledged;
      lived = stored;
    };
    for (let nth = 0; nth < ROUNDS; nth++) {
      const { found, told } = await profile.live(address, (page) => round(page, dice));
      await outlived(found);
      before = told;
    }
    const seconds = (Date.now() - began) / 1000 / ROUNDS;
    const last = await profile.live(address, ended);
    await outlived(last);
    const off = Math.max(...offClock(last));
    console.log(
      `${ROUNDS} kills: ${acknowledged} acts called saved, 0 lost; at most ${off.toFixed(2)} s off the clock; ${seconds.toFixed(1)} s a round`,
    );
    expect(off).toBeLessThan(1);
    expect(acknowledged).toBeGreaterThan(ROUNDS); // it was about something
  } finally {
    await profile.remove();
  }
});
