import { beginPlanned, end, storedEvents, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';
import type { Page } from '@playwright/test';

async function beginGuide(page: Page, name: string): Promise<void> {
  await page.goto('/#voices');
  await page.getByLabel('Name of the guide').fill(name);
  await tap(page, /Begin a guide/);
  await expect(page.getByRole('button', { name: /^Record\b.*/ }).last()).toBeVisible();
}

/** Chromium's own microphone beeps once a second: two seconds hold at least one beep. */
async function recordLine(page: Page, told = /^Kept:/): Promise<void> {
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: /good|too loud/ })).toBeVisible();
  await page.waitForFunction(
    (since) => performance.now() - since > 2200,
    await page.evaluate(() => performance.now()),
  );
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText(told)).toBeVisible();
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
  expect(sound?.from).toBeLessThan(0.16);
  expect(sound?.seconds).toBeGreaterThan(0.3);
  expect(sound?.peak).toBeGreaterThan(0.05);
  expect(sound?.peak).toBeLessThan(10 ** (-3 / 20) + 0.001);
  await expect(page.getByRole('img', { name: /between the marks is what was kept/ })).toBeVisible();
  await page.getByRole('button', { name: 'Hear it', exact: true }).click();
  await page.getByRole('link', { name: 'Session' }).click();
  await page.getByRole('radio', { name: 'Anna' }).check({ force: true });
  await expect(page.getByText('Recorded on this device.')).toBeVisible();
  await beginPlanned(page);
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
  await expect(page.getByText(/This file was not saved by Undertone/)).toBeVisible();
  await opening.setInputFiles(file);
  await expect(page.getByText('1 of 526 lines recorded')).toBeVisible();
  expect(await keptSound(page)).toEqual(before);
});

/** A line of somebody close, as somebody makes it. */
async function makeLine(page: Page): Promise<void> {
  await page.goto('/#voices');
  await page.getByRole('radio', { name: 'Lines of somebody close' }).check({ force: true });
  await page.getByLabel('What it is called').fill('Come home');
  await page.getByLabel('Who speaks', { exact: true }).fill('Anna');
  await page.getByLabel('The words, for captions').fill('You can always come home.');
  await recordLine(page, /^Recorded:/);
}
/** The id of the line that a tap asked for. */
async function chosenLine(page: Page): Promise<string> {
  const tapped = (await storedEvents(page)).find(({ type }) => type === 'anchor-line-played');
  return (tapped as unknown as { line: string }).line;
}
const keep = (page: Page) => page.getByRole('button', { name: 'Keep the line' });

test('a line of somebody close is recorded with consent, chosen, heard on a tap, read and written down', async ({
  page,
}) => {
  await makeLine(page);
  await expect(keep(page)).toBeDisabled();
  await page.getByRole('checkbox', { name: /Who speaks agrees/ }).check({ force: true });
  await keep(page).click();
  await expect(page.getByRole('heading', { name: 'Come home' })).toBeVisible();
  await expect(page.getByText(/^Agreed on/)).toBeVisible();
  await page.getByRole('link', { name: 'Session' }).click();
  await page.getByRole('checkbox', { name: 'Come home (Anna)' }).check({ force: true });
  await beginPlanned(page);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  expect((await storedEvents(page)).map(({ type }) => type)).not.toContain('anchor-line-played');
  await tap(page, /^Say a line/);
  await page.getByRole('button', { name: /Come home/ }).click();
  await expect(page.getByText('Line: Come home')).toBeVisible();
  await expect(page.getByText('Anna: You can always come home.').first()).toBeVisible();
  // The audio side's own word that it sounded.
  await expect
    .poll(() => storedEvents(page))
    .toContainEqual(expect.objectContaining({ type: 'cue-sounded', clip: await chosenLine(page) }));
  await end(page);
  await expect(page.getByText('Line: Come home')).toBeVisible();
});

test('who speaks can take it back: the line is no longer offered; it is deleted with undo, and goes out and in', async ({
  page,
}) => {
  await makeLine(page);
  await page.getByRole('checkbox', { name: /Who speaks agrees/ }).check({ force: true });
  await keep(page).click();
  await page.getByRole('button', { name: 'Delete Come home' }).click();
  await expect(page.getByText('Come home is deleted.')).toBeVisible();
  await tap(page, /^Undo/);
  const agrees = page.getByRole('listitem').getByRole('checkbox', { name: /Who speaks agrees/ });
  await agrees.uncheck({ force: true });
  await expect(page.getByText('Not agreed: it is not played')).toBeVisible();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save all lines as a file' }).click();
  const file = await (await coming).path();
  await page.getByRole('link', { name: 'Session' }).click();
  await expect(page.getByText(/nobody has noted that who speaks agrees/)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Come home (Anna)' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Voices' }).click();
  await page.getByRole('radio', { name: 'Lines of somebody close' }).check({ force: true });
  await page.getByRole('button', { name: 'Delete Come home' }).click();
  await expect(page.getByText('No line has been recorded yet.')).toBeVisible();
  await page.getByLabel('Open a file of lines').setInputFiles(file);
  await expect(page.getByRole('heading', { name: 'Come home' })).toBeVisible();
  await expect(page.getByText('Not agreed: it is not played')).toBeVisible();
});

test('the space key records and stops, a line is heard in the planned session, a guide is renamed', async ({
  page,
}) => {
  await beginGuide(page, 'Flo');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: /good|too loud/ })).toBeVisible();
  await page.waitForFunction(
    (since) => performance.now() - since > 2200,
    await page.evaluate(() => performance.now()),
  );
  await page.keyboard.press('Space');
  await expect(page.getByText(/^Kept:/)).toBeVisible();
  await page.getByRole('button', { name: 'Hear it in the session' }).click();
  await expect(page.getByRole('button', { name: 'Stop listening' })).toBeVisible();
  await expect(page.getByText(/The sound did not start/)).toHaveCount(0);
  // It ends by itself, some seconds after the line.
  await expect(page.getByRole('button', { name: 'Hear it in the session' })).toBeVisible({ timeout: 45_000 });
  await page.getByRole('button', { name: 'Rename Flo' }).click();
  await page.getByLabel('New name').fill('Flora in May');
  await tap(page, /Keep the name/);
  await expect(page.getByRole('button', { name: 'Record Flora in May' })).toBeVisible();
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
      await makeLine(page);
      await page.getByRole('checkbox', { name: /Who speaks agrees/ }).check({ force: true });
      await keep(page).click();
      await expect(page.getByRole('heading', { name: 'Come home' })).toBeVisible();
      await readableByAll(page);
      await fitForHands(page);
    });
  });
}
