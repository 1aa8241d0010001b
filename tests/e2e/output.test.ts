import type { Page } from '@playwright/test';
import { begin, end, saveRecord, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';
import { heardLevel, listen, SILENT } from './listening.ts';

/** One of the browser's outputs, for tests it has three, is not there any more. */
async function pullOut(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { mediaDevices } = navigator;
    const listed = await mediaDevices.enumerateDevices();
    const gone = listed.findIndex(({ kind }) => kind === 'audiooutput');
    mediaDevices.enumerateDevices = () => Promise.resolve(listed.filter((_, nth) => nth !== gone));
    mediaDevices.dispatchEvent(new Event('devicechange'));
  });
}

/** The loudest of eight seconds: a sea comes and goes. */
async function loudest(page: Page): Promise<number> {
  const levels: number[] = [];
  for (let nth = 0; nth < 20; nth++) {
    levels.push(await heardLevel(page));
    await page.waitForTimeout(400);
  }
  return Math.max(...levels);
}

const question = (page: Page) => page.getByRole('button', { name: 'Tap once they are right' });

// Mutants: `followOutput` not asked for in session-sound; no button in Top -> red.
test('[L9] headphones pulled out: much softer, never silent, told, and as loud as before on one tap', async ({
  page,
}) => {
  await listen(page);
  await begin(page, 'practice');
  await page.waitForTimeout(10_000); // up from silence
  const before = await loudest(page);
  await pullOut(page);
  await expect(question(page)).toBeVisible();
  await page.waitForTimeout(300);
  const softer = await loudest(page);
  expect(softer).toBeLessThan(before - 12);
  expect(softer).toBeGreaterThan(SILENT);
  await question(page).click();
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await expect.poll(() => loudest(page), { timeout: 40_000 }).toBeGreaterThan(before - 6);
  await end(page);
  const { log } = await saveRecord(page);
  const types = log.map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(['output-changed', 'output-confirmed']));
  await expect(page.getByText('The headphones or the speaker may have changed')).toBeVisible();
});

test('[L9] it is asked in the dark too, and over the patient’s view, where a touch answers nothing', async ({
  page,
}) => {
  await begin(page, 'injection');
  await tap(page, /Dark screen/);
  await expect(page.getByRole('dialog', { name: 'Dark screen' })).toBeVisible();
  await pullOut(page);
  await question(page).click();
  await expect(page.getByRole('dialog', { name: 'Dark screen' })).toBeVisible();
  await page.keyboard.press('Escape');
  await tap(page, /Patient view/);
  await tap(page, /^Show it here/);
  await pullOut(page);
  const told = page.getByText('Much softer, for the headphones may have changed.');
  await expect(told).toBeVisible();
  await page.mouse.click(500, 500);
  await expect(told).toBeVisible();
});

for (const { name, viewport } of SCREENS)
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });
    test('[L9] the question can be read by everybody, outlives a reload, and takes one tap', async ({
      page,
    }) => {
      await begin(page, 'injection');
      await pullOut(page);
      await expect(question(page)).toBeVisible();
      await readableByAll(page);
      await fitForHands(page);
      await page.reload();
      await tap(page, /^Continue/);
      await question(page).click();
      await expect(page.getByText(/sound runs, saved/)).toBeVisible();
    });
  });
