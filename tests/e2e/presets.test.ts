import type { Page } from '@playwright/test';
import { beginPlanned, end, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';

test.use({ viewport: { width: 1180, height: 820 } });

/** What hands settle with a person: route, sheet, amount of talk. */
async function prepare(page: Page): Promise<void> {
  await page.goto('/');
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
  await page.goto('about:blank');
  await page.addInitScript(() => {
    globalThis.taps = 0;
    addEventListener('pointerdown', () => globalThis.taps++, true);
  });
  await page.goto('/');
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
    await fitForHands(page);
    await readableByAll(page);
    await page.screenshot({ path: `reports/begin-from-${name}.png` });
  });
}
