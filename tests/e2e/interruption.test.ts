import { chromium } from '@playwright/test';
import { windowedLaunch } from '../browsers.ts';
import { expect, test } from './fixtures.ts';
import { listenIn, SILENT } from './listening.ts';
import { openUnseen, type UnseenPage } from './unseen.ts';

interface Moment {
  /** Since the page has thawed. */
  readonly ms: number;
  readonly level: number;
}

/** As the page keeps them for the test. */
interface Noted {
  readonly heardLevel: () => number;
  readonly moments: Moment[];
  readonly told: string[];
}

/** When the page thaws its wall clock is ten minutes further; what it sends to the device is noted from then on. */
function noteThaw(): void {
  const real = Date.now.bind(Date);
  let ahead = 0;
  Date.now = () => real() + ahead;
  const noted = Object.assign(window, { moments: [], told: [] }) as unknown as Noted;
  document.addEventListener('freeze', () => noted.told.push('frozen'));
  document.addEventListener('resume', () => {
    ahead = 600_000;
    const began = performance.now();
    // What crosses over to the test is JSON, which has no way to say that nothing is heard (−∞ dB).
    const level = () => Math.max(-200, noted.heardLevel());
    setInterval(() => noted.moments.push({ ms: performance.now() - began, level: level() }), 20);
  });
}

const isShown = (page: UnseenPage, text: string) =>
  expect.poll(() => page.run((wanted) => document.body.innerText.includes(wanted), text)).toBe(true);

async function press(page: UnseenPage, name: string): Promise<void> {
  const pressed = () =>
    page.run((wanted) => {
      const named = [...document.querySelectorAll<HTMLElement>('button, label')];
      const found = named.find(({ innerText }) => innerText.trim().startsWith(wanted));
      found?.click();
      return found !== undefined;
    }, name);
  await expect.poll(pressed).toBe(true);
}

test.use({ launchOptions: windowedLaunch(chromium.executablePath()) });

// Mutant: neither `frozen`, `gap` nor `behind` -> fails: what was handed over sounds on, minutes late.
test('[E63] hidden and frozen for ten minutes, a session plays nothing of what is over and comes back from silence', async ({
  browser,
  baseURL,
}) => {
  const page = await openUnseen(browser, `${baseURL ?? ''}/#session`, listenIn, noteThaw);
  await press(page, 'Begin');
  await press(page, 'Done, on paper');
  await press(page, 'Begin all the same');
  await isShown(page, 'sound runs, saved');
  const level = () => page.run(() => (window as unknown as Noted).heardLevel());
  await expect.poll(level).toBeGreaterThan(-60);
  await page.hide();
  await page.freeze(true);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await page.freeze(false);
  const noted = () => page.run(() => (window as unknown as Noted).moments);
  await expect.poll(async () => (await noted()).at(-1)?.ms ?? 0).toBeGreaterThan(9500);
  const moments = await noted();
  const loudest = (from: number, to: number) => {
    const levels = moments.filter(({ ms }) => ms >= from && ms < to).map(({ level: at }) => at);
    expect(levels.length).toBeGreaterThan(2);
    return Math.max(...levels);
  };
  expect(await page.run(() => (window as unknown as Noted).told)).toEqual(['frozen']);
  // What is heard is looked at a sixth of a second at a time, and the first of it is from before.
  expect(loudest(350, 700)).toBeLessThan(SILENT);
  expect(loudest(350, 2000)).toBeLessThan(loudest(8000, 9500) - 20);
  await isShown(page, 'sound runs, saved');
  await page.close();
});
