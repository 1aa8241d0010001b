import type { Page } from '@playwright/test';
import { begin, holdDown, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';

const view = (page: Page) => page.getByRole('dialog', { name: /^Patient view, / });

async function lock(page: Page): Promise<void> {
  await tap(page, /^Patient view/);
  await tap(page, /Show it here/);
  await expect(view(page)).toBeVisible();
}

for (const { name, viewport } of SCREENS) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    test('the patient’s view is locked, also after a reload, and opens when held', async ({ page }) => {
      await begin(page, 'practice run');
      await lock(page);
      const unlock = page.getByRole('button', { name: 'Unlock' });
      await expect(unlock).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(view(page)).toBeVisible();
      await page.mouse.click(viewport.width / 2, 200);
      await expect(page.getByText(/Locked for the patient/)).toBeVisible();
      await readableByAll(page);
      await fitForHands(page);
      await page.mouse.click(viewport.width / 2, 200); // that may have taken longer than the buttons stay
      await unlock.click();
      await expect(view(page)).toBeVisible();
      await page.reload();
      await expect(page.getByText(/A touch brings it back/)).toBeVisible();
      await page.mouse.click(viewport.width / 2, 200);
      await expect(view(page)).toBeVisible();
      await page.mouse.click(viewport.width / 2, 200);
      await holdDown(page, /Unlock/, () => expect(view(page)).toHaveCount(0));
      await expect(page.getByText(/sound runs, saved/)).toBeVisible();
    });
  });
}

test('it is unlocked by the keyboard alone, and an emergency leads to the card', async ({ page }) => {
  await begin(page, 'practice run');
  await lock(page);
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeFocused();
  await page.keyboard.down('Enter');
  await expect(view(page)).toHaveCount(0);
  await page.keyboard.up('Enter');
  await lock(page);
  await page.keyboard.press('Space');
  await holdDown(
    page,
    /^Emergency$/,
    () => expect(page.getByRole('dialog', { name: 'Emergency' })).toBeVisible(),
    view(page),
  );
  await expect(view(page)).toHaveCount(0);
});

test('what is shown is chosen', async ({ page }) => {
  await begin(page, 'practice run');
  await tap(page, /^Patient view/);
  await page.getByRole('radio', { name: 'Body' }).check({ force: true });
  await tap(page, /Show it here/);
  await expect(view(page).getByRole('img')).toBeVisible();
});
