import { begin, beginPlanned, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { readableByAll, SCREENS } from './for-everybody.ts';

for (const { name, viewport } of SCREENS) {
  test(`captions on a ${name} are as large as wanted, whole, and kept so`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await begin(page, 'infusion');
    await tap(page, /^Captions$/);
    const sheet = page.getByRole('dialog', { name: 'Captions' });
    await sheet.getByRole('radio', { name: 'largest' }).check({ force: true });
    await readableByAll(page);
    await page.keyboard.press('Escape');

    // One of the longest lines there are to ask for.
    await tap(page, /Say a line/);
    await page.getByRole('dialog').getByRole('button', { name: 'What your hands touch' }).click();
    const line = page.locator('.caption p').first();
    await expect(line).toHaveText(/\w/, { timeout: 20_000 });
    const fits = await line.evaluate((said) => {
      const { top, bottom, left, right } = said.getBoundingClientRect();
      const shown = said.closest('main')?.getBoundingClientRect();
      return (
        shown !== undefined &&
        top >= shown.top &&
        bottom <= shown.bottom &&
        left >= 0 &&
        right <= innerWidth &&
        said.scrollWidth <= said.clientWidth
      );
    });
    expect(fits).toBe(true);

    await page.reload();
    await tap(page, /Continue the session/);
    await expect(page.locator('.caption.largest')).toBeVisible();
  });
}

test('a screen reader keeps quiet under the voice, unless it is asked to read along', async ({ page }) => {
  await begin(page, 'practice run');
  const said = page.locator('.caption [aria-live]');
  await expect(said).toHaveAttribute('aria-live', 'off');
  await tap(page, /^Captions$/);
  const sheet = page.getByRole('dialog', { name: 'Captions' });
  await sheet.getByRole('checkbox', { name: /Read by a screen reader/ }).check({ force: true });
  await expect(said).toHaveAttribute('aria-live', 'polite');
  await sheet.getByRole('checkbox', { name: 'Show captions' }).uncheck({ force: true });
  await expect(said).toHaveCount(0);
});

test('bells are told in words to those who want it', async ({ page }) => {
  await page.goto('/#session');
  const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check({ force: true });
  await choose('bells only');
  await choose('Every few minutes');
  await page.getByRole('spinbutton', { name: 'Every', exact: true }).press('Home'); // every half minute
  await beginPlanned(page);
  await tap(page, /^Captions$/);
  await page.getByRole('checkbox', { name: /Bells in words/ }).check({ force: true });
  await expect(page.getByText('a soft bell')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText('a soft bell')).toBeHidden({ timeout: 10_000 });
});
