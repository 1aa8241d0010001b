import { tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';
import type { Page } from '@playwright/test';

async function beginGuide(page: Page, name: string): Promise<void> {
  await page.goto('/#voices');
  await page.getByRole('textbox').fill(name);
  await tap(page, /Begin a guide/);
  await expect(page.getByRole('button', { name: /^Record\b.*/ }).last()).toBeVisible();
}

/** Chromium's own microphone beeps once a second: two seconds hold at least one beep. */
async function recordLine(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(page.getByRole('img', { name: /good|too loud/ })).toBeVisible();
  await page.waitForFunction(
    (since) => performance.now() - since > 2200,
    await page.evaluate(() => performance.now()),
  );
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(/^Kept:/)).toBeVisible();
}

/** A kept WAV: how long, how loud, and where its first beep begins; read from the page's own database. */
const keptSound = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ seconds: number; peak: number; from: number }[]>((resolve, reject) => {
        const opening = indexedDB.open('undertone');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const all = opening.result.transaction('clips').objectStore('clips').getAll();
          all.onsuccess = () => {
            opening.result.close();
            const sounds = all.result.filter((each: unknown) => each instanceof ArrayBuffer);
            resolve(
              sounds.map((sound: ArrayBuffer) => {
                const samples = new Int16Array(sound.slice(44));
                const peak = samples.reduce((high, sample) => Math.max(high, Math.abs(sample)), 0);
                const first = samples.findIndex((sample) => Math.abs(sample) > peak / 4);
                return { seconds: samples.length / 24_000, peak: peak / 32_768, from: first / 24_000 };
              }),
            );
          };
        };
      }),
  );

test('a line is recorded, trimmed and levelled, heard again, and speaks in a session', async ({ page }) => {
  await beginGuide(page, 'Anna');
  await recordLine(page);
  await expect(page.getByText('1 of 526 lines recorded')).toBeVisible();
  const [sound] = await keptSound(page);
  // Beeps come once a second: untrimmed, the first would stand anywhere in the first second.
  expect(sound?.from).toBeGreaterThan(0.03);
  expect(sound?.from).toBeLessThan(0.16);
  expect(sound?.seconds).toBeGreaterThan(0.3);
  expect(sound?.peak).toBeGreaterThan(0.05);
  expect(sound?.peak).toBeLessThan(10 ** (-3 / 20) + 0.001);
  await tap(page, /^Hear it/);
  await page.getByRole('link', { name: 'Session' }).click();
  await page.getByRole('radio', { name: 'Anna' }).check({ force: true });
  await expect(page.getByText('Recorded on this device.')).toBeVisible();
  await tap(page, /^Begin/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await expect(page.getByText('being said')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText(/did not play/)).toHaveCount(0);
});

test('a guide that is deleted can be had back, and is gone when nobody asks for it', async ({ page }) => {
  await beginGuide(page, 'Ben');
  await recordLine(page);
  await page.getByRole('button', { name: 'Delete Ben' }).click();
  await expect(page.getByText('Ben is deleted.')).toBeVisible();
  await tap(page, /^Undo/);
  await page.getByRole('button', { name: 'Record Ben' }).click();
  await expect(page.getByText('1 of 526 lines recorded')).toBeVisible();
  await page.getByRole('button', { name: 'Delete Ben' }).click();
  await page.getByRole('link', { name: 'Practice' }).click();
  await expect.poll(() => keptSound(page)).toEqual([]);
});

test('a guide goes out as one file and comes in again; a file that is none is refused in a sentence', async ({
  page,
}) => {
  await beginGuide(page, 'Eve');
  await recordLine(page);
  const before = await keptSound(page);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save Eve as a file' }).click();
  const file = await (await coming).path();
  await page.getByRole('button', { name: 'Delete Eve' }).click();
  await page.getByRole('link', { name: 'Practice' }).click();
  await expect.poll(() => keptSound(page)).toEqual([]);
  await page.getByRole('link', { name: 'Voices' }).click();
  const opening = page.getByLabel('Open a guide file');
  await opening.setInputFiles({ name: 'x.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
  await expect(page.getByText(/This file is not a guide/)).toBeVisible();
  await opening.setInputFiles(file);
  await expect(page.getByText('1 of 526 lines recorded')).toBeVisible();
  expect(await keptSound(page)).toEqual(before);
});

test('without a microphone it is said what happened, and nothing is lost', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await beginGuide(page, 'Cleo');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByText(/The microphone was not allowed/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Record', exact: true })).toBeEnabled();
});

for (const { name, viewport } of SCREENS) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });
    test('the place for voices can be read by everybody and handled by any hand', async ({ page }) => {
      await beginGuide(page, 'Dora');
      await readableByAll(page);
      await fitForHands(page);
    });
  });
}
