import type { BrowserContext, Page } from '@playwright/test';
import { begin, end, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll } from './for-everybody.ts';

declare global {
  // What each page has asked the browser for.
  var asked: { sound: number; storage: number; locks: number };
}

/** Counts in every page of a context what only the session's page may ask for. */
async function counting(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    globalThis.asked = { sound: 0, storage: 0, locks: 0 };
    const count = (holder: object, name: string, kind: keyof typeof globalThis.asked) => {
      const real = Reflect.get(holder, name) as (...args: unknown[]) => unknown;
      Object.assign(holder, {
        [name]: new Proxy(real, {
          apply(call, self, args): unknown {
            globalThis.asked[kind] += 1;
            return Reflect.apply(call, self, args);
          },
          construct(call, args): object {
            globalThis.asked[kind] += 1;
            return Reflect.construct(call, args) as object;
          },
        }),
      });
    };
    count(globalThis, 'AudioContext', 'sound');
    count(globalThis, 'OfflineAudioContext', 'sound');
    count(IDBFactory.prototype, 'open', 'storage');
    if ('locks' in navigator) count(LockManager.prototype, 'request', 'locks');
  });
}

async function openSecond(page: Page): Promise<Page> {
  await tap(page, /^Patient view/);
  const coming = page.context().waitForEvent('page');
  await tap(page, /Open a second window/);
  const second = await coming;
  await expect(page.getByText(/A second window shows it/)).toBeVisible();
  return second;
}

const view = (second: Page) => second.getByRole('region', { name: /^Patient view/ });
const waitsFor = (second: Page) => second.getByText('Waiting for the session');

/** When the figure is drawn half full on its way in or out, by the device's clock, in ms. */
function turns(page: Page, forMs: number): Promise<{ at: number; swells: boolean }[]> {
  return page
    .locator('.disc')
    .first()
    .evaluate(
      (disc, ms) =>
        new Promise((resolve) => {
          const HALF = 31;
          const found: { at: number; swells: boolean }[] = [];
          let before: { at: number; r: number } | undefined;
          const watching = new MutationObserver(() => {
            const now = { at: Date.now(), r: Number(disc.getAttribute('r')) };
            if (before !== undefined && before.r < HALF !== now.r < HALF) {
              const part = (HALF - before.r) / (now.r - before.r);
              found.push({ at: before.at + part * (now.at - before.at), swells: now.r > before.r });
            }
            before = now;
          });
          watching.observe(disc, { attributeFilter: ['r'] });
          setTimeout(() => (watching.disconnect(), resolve(found)), ms);
        }),
      forMs,
    );
}

/** How far the figures of two pages are apart at most, in ms. */
async function apart(page: Page, second: Page): Promise<number> {
  const [here, there] = await Promise.all([turns(page, 13_000), turns(second, 13_000)]);
  const each = here.flatMap(({ at, swells }) => {
    const same = there.filter((turn) => turn.swells === swells).map((turn) => turn.at - at);
    return same.toSorted((a, b) => Math.abs(a) - Math.abs(b)).slice(0, 1);
  });
  expect(each.length).toBeGreaterThanOrEqual(2);
  const told = each.map((ms) => ms.toFixed(1)).join(' ');
  test.info().annotations.push({ type: 'figures apart, ms', description: told });
  return Math.max(...each.map(Math.abs));
}

const breathing = (page: Page) =>
  expect(page.locator('div.breath:not(.resting)')).toBeVisible({ timeout: 40_000 });

test.setTimeout(150_000);

test('a second window breathes with the session, and knows nothing else of it', async ({ page, context }) => {
  await counting(context);
  await begin(page, 'practice run');
  const second = await openSecond(page);
  await expect(view(second)).toBeVisible();
  await expect(waitsFor(second)).toHaveCount(0);
  await readableByAll(page);
  await fitForHands(page);
  await readableByAll(second);
  await breathing(page);
  await breathing(second);
  const off = await apart(page, second);
  expect(off).toBeLessThan(100);
  expect(await second.evaluate(() => globalThis.asked)).toEqual({ sound: 0, storage: 0, locks: 0 });
  expect(await page.evaluate(() => globalThis.asked.sound)).toBeGreaterThan(0);
  await expect(second.getByRole('button')).toHaveCount(1);
  const fetched = await second.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(fetched.filter((name) => /engine|\/audio\/|worklet/.test(name))).toEqual([]);
});

test('it follows what is chosen, and is dark when the session has ended', async ({ page }) => {
  await begin(page, 'practice run');
  const second = await openSecond(page);
  const choose = (name: string) => page.getByRole('radio', { name }).check({ force: true });
  await choose('Body');
  await expect(second.getByRole('img')).toBeVisible();
  await choose('faint');
  await expect(second.locator('.scene.faint')).toBeVisible();
  await choose('Dark');
  await expect(second.locator('.scene svg')).toHaveCount(0);
  await choose('Breath');
  await expect(second.locator('.breath')).toBeVisible();
  await page.keyboard.press('Escape');
  await end(page);
  await expect(second.locator('section.fading')).toBeVisible();
  await expect(view(second)).toHaveCount(0);
  await expect(waitsFor(second)).toHaveCount(0);
});

test('after a reload the session is found again without a touch, and so is the window', async ({ page }) => {
  await begin(page, 'practice run');
  const second = await openSecond(page);
  await expect(view(second)).toBeVisible();
  await page.reload();
  await tap(page, /Continue the session/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await expect(view(second)).toBeVisible();
  await breathing(page);
  await breathing(second);
  expect(await apart(page, second)).toBeLessThan(100);
  await second.reload();
  await expect(view(second)).toBeVisible();
  await tap(page, /^Patient view/);
  await expect(page.getByText(/A second window shows it/)).toBeVisible();
  await second.close({ runBeforeUnload: true });
  await expect(page.getByText('The second window has been closed.')).toBeVisible();
});

test('it waits quietly where no session runs, and offers nothing of one that was left', async ({
  page,
  context,
}) => {
  await begin(page, 'practice run');
  await page.reload();
  await expect(page.getByRole('button', { name: /Continue/ })).toBeVisible();
  const second = await context.newPage();
  await second.goto('/#patient-window');
  await expect(waitsFor(second)).toBeVisible();
  await expect(second.getByRole('button')).toHaveCount(1);
});

// Mutant: opened without `noopener` -> red.
test('a window that hangs does not hold up the session', async ({ page }) => {
  await begin(page, 'practice run');
  const second = await openSecond(page);
  await expect(view(second)).toBeVisible();
  const measured = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let [before, most] = [performance.now(), 0];
        const timer = setInterval(() => {
          most = Math.max(most, performance.now() - before);
          before = performance.now();
        }, 20);
        setTimeout(() => (clearInterval(timer), resolve(most)), 6000);
      }),
  );
  await page.evaluate(() => undefined); // it is being measured by now
  await second.evaluate(() => {
    const until = performance.now() + 3000;
    while (performance.now() < until);
  });
  const longest = await measured;
  expect(longest).toBeLessThan(2000);
});

test('a window that the browser holds back is told in one sentence', async ({ page }) => {
  await page.addInitScript(() => Object.assign(window, { open: () => null }));
  await begin(page, 'practice run');
  await tap(page, /^Patient view/);
  await tap(page, /Open a second window/);
  await expect(page.getByText(/No window has come up yet/)).toBeVisible();
});
