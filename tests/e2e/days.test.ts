import type { Page } from '@playwright/test';
import { holdDown, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** A practice that is begun, heard for a moment and ended by hand. */
async function practise(page: Page, name: string): Promise<void> {
  await page.goto('/#/practice');
  await page.getByRole('radio', { name: new RegExp(name) }).check({ force: true });
  await tap(page, /^Begin/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await holdDown(page, /End practice/, () =>
    expect(page.getByRole('heading', { name: 'The practice has ended' })).toBeVisible(),
  );
  await tap(page, /Done/);
}

test('a practice that has ended is in the calendar of that day', async ({ page }) => {
  await page.goto('/#/days');
  await expect(page.getByText(/When a practice ends, its day takes on colour/)).toBeVisible();
  await expect(page.getByRole('cell', { name: /^Today, \d+ \w+$/ })).toHaveCount(1);
  await practise(page, 'Slow breath');
  await page.getByRole('link', { name: 'Days', exact: true }).tap();
  await expect(page.getByText('under a minute this week')).toBeVisible();
  await expect(page.getByRole('cell', { name: /^Today, \d+ \w+, under a minute$/ })).toHaveCount(1);
});
