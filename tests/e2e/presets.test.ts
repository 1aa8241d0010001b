import type { Page } from '@playwright/test';
import { allKept, beginPlanned, end, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';
import { clockAhead } from './time.ts';

test.use({ viewport: { width: 1180, height: 820 } });

/** What hands settle with a person: route, sheet, amount of talk. */
async function prepare(page: Page): Promise<void> {
  await page.goto('/#session');
  await page.getByRole('radio', { name: /Injection/ }).check({ force: true });
  await tap(page, /^The person/);
  const person = page.getByRole('dialog', { name: 'The person' });
  await person.getByLabel('Label').fill('Room 7');
  await person.getByLabel('Intention').fill('To rest');
  await person.getByRole('radio', { name: 'Lower' }).check({ force: true });
  await person.getByRole('button', { name: 'Use full' }).click();
  await person.getByRole('radio', { name: 'Questions' }).check({ force: true });
  await person
    .getByRole('group', { name: /seizure/ })
    .getByRole('radio', { name: 'No', exact: true })
    .check({ force: true });
  await person.getByRole('button', { name: 'Done' }).click();
}

/** A session that was lived, and the start screen as it opens afterwards. */
async function lived(page: Page): Promise<void> {
  await prepare(page);
  await beginPlanned(page);
  await end(page);
  await allKept(page);
  await page.goto('about:blank');
  await page.addInitScript(() => {
    globalThis.taps = 0;
    addEventListener('pointerdown', () => globalThis.taps++, true);
  });
  await page.goto('/#session');
}

declare global {
  // How often a finger came down since the page opened.
  var taps: number;
}

test('a session like the last one: two taps from the start screen to its arrival list', async ({ page }) => {
  await lived(page);
  const last = page.getByRole('region', { name: 'Like the last one' });
  await expect(last).toContainText(/Injection, .*\d{4}, \d+ minutes?/);
  await expect(last).not.toContainText('Room 7');

  await last.getByRole('button', { name: 'Like the last one, for another person' }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Before it begins' })).toBeVisible();
  expect(await page.evaluate(() => globalThis.taps)).toBe(2);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('radio', { name: /Injection/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'full', exact: true })).toBeChecked();
  const person = page.getByRole('button', { name: /^The person/ });
  await expect(person).toHaveText(/The person\s*lower$/); // nothing of the person, the depth of the session
});

test('the same person again: what stays true of them comes along, and can be put back', async ({ page }) => {
  await lived(page);
  const last = page.getByRole('region', { name: 'Like the last one' });
  await last.getByRole('button', { name: 'Like the last one, for the same person' }).click();
  const person = page.getByRole('button', { name: /^The person/ });
  await expect(person).toContainText('Room 7, lower, 1 of 4 questions asked');
  await expect(page.getByRole('button', { name: /^Arrival/ })).toContainText('0 of');
  await last.getByRole('button', { name: 'Undo' }).click();
  await expect(person).toContainText('Label, intention, wishes, questions');
  await expect(page.getByRole('radio', { name: /Infusion/ })).toBeChecked();
});

for (const { name, viewport } of SCREENS) {
  test(`what a session can be begun from is for everybody, on a ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await lived(page);
    await expect(page.getByRole('region', { name: 'Like the last one' })).toBeVisible();
    for (const preset of ['Quiet infusion', 'Evening, with the sea']) {
      await tap(page, /^Keep or change/);
      await page.getByLabel('A name for what is set now').fill(preset);
      await tap(page, /^Keep what is set now/);
      await page.keyboard.press('Escape');
    }
    await tap(page, /^Set up as Quiet infusion/);
    const presets = page.getByRole('region', { name: 'Presets' });
    expect(await presets.evaluate((card) => card.scrollHeight - card.clientHeight)).toBe(0);
    await fitForHands(page);
    await readableByAll(page);
  });
}

test('a clinic keeps what it settles as a preset: kept, chosen with one tap, renamed, replaced, deleted', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await prepare(page);
  await tap(page, /^Keep or change/);
  const book = page.getByRole('dialog', { name: 'Presets of this clinic' });
  await book.getByLabel('A name for what is set now').fill('Quiet injection');
  await book.getByRole('button', { name: 'Keep what is set now' }).click();
  await expect(book.getByText(/Injection, full, \d+ minutes, set now/)).toBeVisible();
  await book.getByLabel('A name for what is set now').fill('quiet INJECTION');
  await expect(book.getByText('Another preset has this name')).toBeVisible();
  await expect(book.getByRole('button', { name: 'Keep what is set now' })).toBeDisabled();
  await fitForHands(page);
  await readableByAll(page);

  await page.reload();
  const presets = page.getByRole('region', { name: 'Presets' });
  const quiet = presets.getByRole('button', { name: 'Set up as Quiet injection' });
  await page.getByRole('radio', { name: /Lozenge/ }).check({ force: true });
  await expect(quiet).toHaveAttribute('aria-pressed', 'false');
  await quiet.click();
  await expect(quiet).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('radio', { name: /Injection/ })).toBeChecked();
  await expect(presets).toContainText('Set up as Quiet injection. Nothing of the person is changed.');
  await presets.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('radio', { name: /Lozenge/ })).toBeChecked();

  await tap(page, /^Keep or change/);
  await book.getByRole('button', { name: 'Rename Quiet injection' }).click();
  await book.getByLabel('A new name for Quiet injection').fill('Evening');
  await book.getByRole('button', { name: 'Save the name' }).click();
  await expect(book.getByText('Quiet injection has a new name.')).toBeVisible();
  await book.getByRole('button', { name: 'Replace Evening with what is set now' }).click();
  await expect(book.getByText(/^Lozenge, .*set now/)).toBeVisible();
  await book.getByRole('button', { name: 'Delete Evening' }).click();
  await expect(book.getByText('Evening is deleted.')).toBeVisible();
  await book.getByRole('button', { name: 'Undo' }).click();
  await expect(book.getByRole('button', { name: 'Delete Evening' })).toBeVisible();
});

test('the sheet survives a reload, is offered after a day, and is gone once a session has begun with it', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await clockAhead(page);
  await prepare(page);
  const person = page.getByRole('button', { name: /^The person/ });
  await expect(person).toContainText('Room 7, lower, “To rest”, 1 of 4 questions asked');
  await keptOnDisk(page, '"seizure":"no"'); // the last that was answered

  await page.reload();
  await expect(person).toContainText('Room 7, lower, “To rest”, 1 of 4 questions asked');
  await expect(page.getByRole('radio', { name: /Injection/ })).toBeChecked();
  const sheet = page.getByRole('region', { name: 'The sheet' });
  await expect(sheet).toContainText('The sheet is as it was left on');

  await page.addInitScript(() => globalThis.letPass(30 * 3_600_000));
  await page.reload();
  await expect(sheet).toContainText('It may be another person’s.');
  await expect(sheet).not.toContainText('Room 7');
  await expect(person).toContainText('Label, intention, wishes, questions');
  await fitForHands(page);
  await readableByAll(page);
  await sheet.getByRole('button', { name: 'Take it up' }).click();
  await expect(person).toContainText('Room 7, lower, “To rest”');

  await tap(page, /^The person/);
  const dialog = page.getByRole('dialog', { name: 'The person' });
  await dialog.getByRole('button', { name: 'Empty it for somebody else' }).click();
  await expect(dialog.getByLabel('Label')).toHaveValue('');
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByLabel('Label')).toHaveValue('Room 7');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await keptOnDisk(page, 'To rest');
  await beginPlanned(page);
  await expect.poll(() => draftOnDisk(page)).toBe('');
});

/** The sheet that lies on the device, as text; nothing where there is none. */
function draftOnDisk(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('undertone');
        opening.onerror = () => reject(opening.error ?? new Error('no database'));
        opening.onsuccess = () => {
          const found = opening.result.transaction('settings').objectStore('settings').get('sheet-draft');
          found.onerror = () => reject(found.error ?? new Error('no settings'));
          found.onsuccess = () => {
            opening.result.close();
            resolve(found.result === undefined ? '' : JSON.stringify(found.result));
          };
        };
      }),
  );
}

async function keptOnDisk(page: Page, words: string): Promise<void> {
  await expect.poll(() => draftOnDisk(page)).toContain(words);
}
