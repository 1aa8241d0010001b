import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { eventfulSession, putFinished } from '../helpers/finished.ts';
import { holdDown, reloadKept, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';
import { clockAhead } from './time.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const words = (page: Page) => page.getByRole('textbox', { name: 'Your words' });
const lines = (page: Page) => page.getByRole('link', { name: /^Open the page of/ });
const mood = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

async function openJournal(page: Page): Promise<void> {
  await page.goto('/#journal');
  await expect(words(page)).toBeVisible();
}
async function write(page: Page, text: string): Promise<void> {
  await words(page).fill(text);
  await expect(page.getByText('Kept on this device.')).toBeVisible();
}
/** Chromium's own microphone beeps once a second. */
async function speak(page: Page): Promise<void> {
  await tap(page, /^Speak/);
  await expect(page.getByText(/^Listening\. 2 minutes left/)).toBeVisible();
  await page.waitForFunction(
    (since) => performance.now() - since > 2200,
    await page.evaluate(() => performance.now()),
  );
  await tap(page, /^Stop$/);
  await expect(page.getByRole('button', { name: /^Hear what was spoken/ })).toBeVisible();
}

/** What lies on the disk of a journal, by the words of the app's storage format. */
const onDisk = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ pages: { text: string }[]; sounds: number[] }>((resolve, reject) => {
        const opening = indexedDB.open('undertone');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['pages', 'page-sounds']);
          const pages = reading.objectStore('pages').getAll();
          const sounds = reading.objectStore('page-sounds').getAll();
          reading.oncomplete = () => {
            opening.result.close();
            const lengths = sounds.result.map((sound: ArrayBuffer) => sound.byteLength);
            resolve({ pages: pages.result as { text: string }[], sounds: lengths });
          };
        };
      }),
  );

async function taken(page: Page, name: RegExp): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await tap(page, name);
  const download = await coming;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('what is written and how it is are kept as they are written, and there again after a reload', async ({
  page,
}) => {
  await openJournal(page);
  expect((await onDisk(page)).pages).toEqual([]); // looking at empty paper keeps nothing
  await words(page).pressSequentially('The sea was grey');
  await expect.poll(async () => (await onDisk(page)).pages[0]?.text).toBe('The sea was grey');
  await mood(page, 'tender').check({ force: true });
  await expect(page.getByText('Kept on this device.')).toBeVisible();
  await page.reload();
  await expect(words(page)).toHaveValue('The sea was grey');
  await expect(mood(page, 'tender')).toBeChecked();
  await words(page).fill('');
  await tap(page, /Leave it open/);
  await expect.poll(async () => (await onDisk(page)).pages).toEqual([]); // and nothing of an emptied page
});

test('what is spoken is kept with its page, heard, deleted with its sound, and had back', async ({
  page,
}) => {
  await openJournal(page);
  await speak(page);
  expect((await onDisk(page)).sounds).toHaveLength(1);
  const hear = page.getByRole('button', { name: /^Hear what was spoken/ });
  await expect(hear).toBeEnabled();
  await page.reload();
  await hear.click();
  await expect(page.getByRole('button', { name: /^Stop what was spoken/ })).toBeVisible();
  await expect(hear).toBeVisible(); // it ends by itself
  await tap(page, /^Delete what was spoken/);
  await expect.poll(async () => await onDisk(page)).toEqual({ pages: [], sounds: [] });
  await tap(page, /^Undo/);
  await expect(hear).toBeVisible();
  await expect.poll(async () => (await onDisk(page)).sounds.length).toBe(1);
});

test('who goes elsewhere while speaking keeps what was said', async ({ page }) => {
  await openJournal(page);
  await tap(page, /^Speak/);
  await expect(page.getByText(/^Listening/)).toBeVisible();
  await page.waitForFunction(
    (since) => performance.now() - since > 2200,
    await page.evaluate(() => performance.now()),
  );
  await page.getByRole('link', { name: 'Practice', exact: true }).click();
  await expect.poll(async () => (await onDisk(page)).sounds.length).toBe(1);
});

test('a page is opened, deleted from the disk at once with what was spoken, and had back', async ({
  page,
}) => {
  await openJournal(page);
  await speak(page);
  await write(page, 'One for the drawer');
  const before = await onDisk(page);
  await lines(page).click();
  await expect(page.getByRole('complementary')).toContainText('your local emergency number');
  await tap(page, /Delete this page/);
  await expect(page.getByText('The page is deleted.')).toBeVisible();
  expect(await onDisk(page)).toEqual({ pages: [], sounds: [] });
  await tap(page, /^Undo/);
  await expect(lines(page)).toHaveCount(1);
  expect(await onDisk(page)).toEqual(before);
  await lines(page).click();
  await write(page, 'One for the drawer, and one line more');
  await tap(page, /Delete this page/);
  await expect(page.getByText('The page is deleted.')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Nothing is written yet/)).toBeVisible();
  expect(await onDisk(page)).toEqual({ pages: [], sounds: [] });
});

test('pages are found by their words, marked, and by the days of their months', async ({ page }) => {
  await clockAhead(page);
  await openJournal(page);
  await write(page, 'A Mélange of milk and rain');
  await tap(page, /Begin another page/);
  await write(page, 'Only the rain');
  await page.evaluate(() => globalThis.letPass(40 * 86_400_000));
  await page.getByRole('link', { name: 'Practice', exact: true }).click();
  await page.getByRole('link', { name: 'Journal', exact: true }).click();
  await write(page, 'A month later');
  await expect(lines(page)).toHaveCount(1);
  await page.getByRole('searchbox').fill('MELANGE rain');
  await expect(lines(page)).toHaveCount(1);
  expect(await page.locator('mark').allTextContents()).toEqual(['Mélange', 'rain']);
  await page.getByRole('searchbox').fill('nowhere');
  await expect(page.getByText(/^On no page/)).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await tap(page, /Earlier month/);
  await expect(lines(page)).toHaveCount(2);
  await page.getByRole('button', { name: /, 2 pages$/ }).click();
  await expect(lines(page)).toHaveCount(2);
  await lines(page).last().click();
  await expect(words(page)).toHaveValue('A Mélange of milk and rain');
  await page.getByRole('link', { name: 'All pages' }).click();
  await expect(page.getByRole('button', { name: /, 2 pages$/ })).toBeVisible(); // where one was
});

test('two days after a session its window is asked for, with its record a tap away', async ({ page }) => {
  await page.goto('/#session');
  await expect(page.getByRole('button', { name: /^Begin/ })).toBeVisible();
  const beganMs = await page.evaluate(() => Date.now() - 50 * 3_600_000);
  await putFinished(page, eventfulSession('3f2b8a54-1c3e-4f6a-9b1d-0a1b2c3d4e5f', beganMs));
  await openJournal(page);
  await expect(page.getByText('The first two days after your session')).toBeVisible();
  await tap(page, /Another question/);
  await write(page, 'Still warm');
  await page.getByRole('link', { name: /^The record of nasal spray/ }).click();
  await expect(page.getByRole('img', { name: /drawn as a tide/ })).toBeVisible();
});

test('the words for a bad hour stand beside every page, and are the person’s to change', async ({ page }) => {
  await openJournal(page);
  const card = page.getByRole('complementary');
  await expect(card).toContainText('call your local emergency number');
  await tap(page, /Change these words/);
  await page.getByRole('textbox', { name: 'The words' }).fill('Call Ana first.');
  await tap(page, /Add a number/);
  await page.getByRole('textbox', { name: 'Who, number 1' }).fill('Ana');
  await page.getByRole('textbox', { name: 'Phone number 1' }).fill('+49 30 123');
  await tap(page, /Keep these words/);
  await reloadKept(page);
  await expect(card).toContainText('Call Ana first.');
  await expect(card.getByRole('link', { name: 'Call Ana, +49 30 123' })).toHaveAttribute(
    'href',
    'tel:+4930123',
  );
  await tap(page, /Change these words/);
  await tap(page, /The words that came with the app/);
  await expect(card).toContainText('your local emergency number');
});

test('all of it is taken along, and deleted whole by a hold', async ({ page }) => {
  await openJournal(page);
  await speak(page);
  await write(page, 'To take along');
  const text = await taken(page, /To read/);
  expect(text.name).toMatch(/^undertone-journal-\d{4}-\d\d-\d\d\.md$/);
  expect(text.text).toContain('To take along');
  const whole = JSON.parse((await taken(page, /For other programs/)).text) as { pages: { text: string }[] };
  expect(whole.pages.map((each) => each.text)).toEqual(['To take along']);
  expect((await taken(page, /With all that was spoken/)).name).toMatch(/\.zip$/);
  expect((await taken(page, /Save as a file/)).text.slice(0, 4)).toBe('RIFF');
  await holdDown(page, /Delete the whole journal/, () =>
    expect(page.getByText('The whole journal is deleted.')).toBeVisible(),
  );
  expect(await onDisk(page)).toEqual({ pages: [], sounds: [] });
  await expect(words(page)).toHaveValue('');
});

test('without a microphone it is said what happened, and writing goes on', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await openJournal(page);
  await tap(page, /^Speak it/);
  await expect(page.getByText(/The microphone was not allowed/)).toBeVisible();
  await write(page, 'In words, then');
});

test('by day it is light, by night dark, or as its person likes it; the other places stay as they are', async ({
  page,
}) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await page.emulateMedia({ colorScheme: 'light' });
  await openJournal(page);
  await expect.poll(ground).toBe('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ground).toBe('dark');
  await page.getByRole('radio', { name: 'day', exact: true }).check({ force: true });
  await expect.poll(ground).toBe('light');
  await reloadKept(page);
  await expect.poll(ground).toBe('light');
  await page.getByRole('link', { name: 'Practice', exact: true }).click();
  await expect.poll(ground).toBe('dark');
});

// Each screen in both lights and at both sizes; light and size have nothing to do with each other.
for (const [{ name, viewport }, colorScheme] of [
  [SCREENS[0], 'dark'],
  [SCREENS[1], 'light'],
] as const)
  test.describe(`on a ${name}, ${colorScheme}`, () => {
    test.use({ viewport, colorScheme });
    test('the journal can be read by everybody and handled by any hand', async ({ page }) => {
      await openJournal(page);
      await readableByAll(page);
      await mood(page, 'light').check({ force: true });
      await write(page, 'The sea was grey');
      await speak(page);
      await fitForHands(page);
      await readableByAll(page);
      await page.getByRole('searchbox').fill('sea');
      await expect(page.locator('mark')).toHaveCount(1);
      await readableByAll(page);
      await tap(page, /Change these words/);
      await tap(page, /Add a number/);
      await readableByAll(page);
      await fitForHands(page);
      await lines(page).click();
      await expect(page.getByRole('link', { name: 'All pages' })).toBeVisible();
      await readableByAll(page);
      await fitForHands(page);
    });
  });
