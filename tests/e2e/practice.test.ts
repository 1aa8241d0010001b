import { holdDown, saveRecord, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import type { Page } from '@playwright/test';

async function beginPractice(page: Page, name: string): Promise<void> {
  await page.goto('/#practice/choose');
  await page.getByRole('radio', { name: new RegExp(name) }).check({ force: true });
  await tap(page, /^Begin/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
}

const secondsLeft = async (page: Page) => {
  const text = await page.locator('dl', { hasText: 'left' }).locator('dd').first().innerText();
  const [minutes = 0, seconds = 0] = text.split(':').map(Number);
  return minutes * 60 + seconds;
};

test('a body scan leads through the body, waits where it is paused, and goes on from there', async ({
  page,
}) => {
  await page.goto('/#practice/choose');
  await page.getByRole('spinbutton', { name: 'Minutes' }).press('Home');
  await expect(page.getByText('3 minutes')).toBeVisible();
  await tap(page, /^Begin/);
  await expect(page.getByRole('heading', { name: 'Body scan' })).toBeVisible();
  await expect(page.getByRole('img', { name: /Attention is here: feet/ })).toBeVisible({ timeout: 45_000 });
  // Mutant: *Pause* and *Go on* as two buttons -> red: what was pressed is gone, and the focus with it.
  // Mutant: an Act without `onePress` -> red: a key that stays down pauses, goes on, pauses.
  await page.getByRole('button', { name: /^Pause/ }).focus();
  await page.keyboard.down('Enter');
  await expect(page.getByText(/paused, saved/)).toBeVisible();
  await page.keyboard.down('Enter'); // the second one repeats
  await page.keyboard.up('Enter');
  await expect(page.getByText(/paused, saved/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Go on/ })).toBeFocused();
  const waiting = await secondsLeft(page);
  await page.waitForFunction(
    (since) => performance.now() - since > 2500,
    await page.evaluate(() => performance.now()),
  );
  expect(await secondsLeft(page)).toBe(waiting);
  await tap(page, /^Go on/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await expect.poll(() => secondsLeft(page)).toBeLessThan(waiting);
  await holdDown(page, /End practice/, () =>
    expect(page.getByRole('heading', { name: 'The practice has ended' })).toBeVisible(),
  );
  const { log, plan } = await saveRecord(page);
  expect(plan.id).toBe('body-scan');
  const acts = log.filter(({ type }) => type !== 'cue-sounded');
  expect(acts.map(({ type }) => type)).toEqual(['started', 'interrupted', 'resumed', 'ended']);
  expect(acts[1]?.at).toBe(acts[2]?.at);
});

test('places can be marked on the figure and in words, and what is never named is not visited', async ({
  page,
}) => {
  await page.goto('/#practice/choose');
  await page.getByRole('radio', { name: 'Never name' }).check({ force: true });
  for (const place of ['Left toes', 'Left foot', 'Right toes', 'Right foot'])
    await page.getByRole('button', { name: place }).click();
  await expect(page.getByRole('button', { name: 'Left foot, never named' })).toBeVisible();
  await tap(page, /Read what will be said/);
  const words = await page.getByRole('dialog').innerText();
  expect(words.length).toBeGreaterThan(500);
  expect(words).not.toMatch(/\b(foot|feet|toe|toes|heel|heels|sole|soles)\b/i);
});

test('a practice that was paused and left goes on where it was', async ({ page }) => {
  await beginPractice(page, 'Kindness');
  await expect.poll(() => secondsLeft(page), { timeout: 30_000 }).toBeLessThan(595);
  await tap(page, /^Pause/);
  await expect(page.getByText(/paused, saved/)).toBeVisible();
  const waiting = await secondsLeft(page);
  await page.reload();
  await tap(page, /Continue the session/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  expect(Math.abs((await secondsLeft(page)) - waiting)).toBeLessThanOrEqual(2);
});

/** How many mixes the page's own database holds. */
const keptMixes = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('undertone');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('mixes').objectStore('mixes').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );

test('a mix is kept by name, taken up again, and can be had back once deleted', async ({ page }) => {
  await page.goto('/#practice/choose');
  const bed = (name: string) => page.getByRole('checkbox', { name });
  await bed('Rain').check({ force: true });
  await page.getByRole('slider', { name: 'Rain level' }).fill('40');
  await page.getByRole('textbox', { name: 'A name for this mix' }).fill('Wet evening');
  await tap(page, /Keep this mix/);
  await bed('Rain').uncheck({ force: true });
  await expect(page.getByRole('slider', { name: 'Rain level' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Delete Wet evening' }).click();
  await expect(page.getByText('Wet evening is deleted.')).toBeVisible();
  await tap(page, /^Undo/);
  await expect.poll(() => keptMixes(page)).toBe(1);
  await page.reload();
  await page.getByRole('button', { name: 'Use Wet evening' }).click();
  await expect(bed('Rain')).toBeChecked();
  await expect(page.getByRole('slider', { name: 'Rain level' })).toHaveValue('40');
});
