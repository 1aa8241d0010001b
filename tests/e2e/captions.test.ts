import AxeBuilder from '@axe-core/playwright';
import { tap } from './acts.ts';
import { expect, test } from './fixtures.ts';

for (const viewport of [
  { width: 1180, height: 820 },
  { width: 390, height: 844 },
]) {
  test(`captions at ${viewport.width} px: as large as wanted, whole, in words for bells, and kept`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize(viewport);
    await page.goto('/');
    const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check({ force: true });
    await choose('bells only');
    await choose('Every few minutes');
    await page.getByRole('spinbutton', { name: 'Every', exact: true }).press('Home'); // every half minute
    await tap(page, /^Begin/);
    await expect(page.getByText(/sound runs, saved/)).toBeVisible();
    await tap(page, /^Captions$/);
    const sheet = page.getByRole('dialog', { name: 'Captions' });
    await sheet.getByRole('radio', { name: 'largest' }).check({ force: true });
    await sheet.getByRole('checkbox', { name: /Bells in words/ }).check({ force: true });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
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
    // A screen reader would speak over the voice.
    await expect(page.locator('.caption [aria-live]')).toHaveAttribute('aria-live', 'off');
    await expect(page.getByText('a soft bell')).toBeVisible({ timeout: 45_000 });

    await page.reload();
    await tap(page, /Continue the session/);
    await expect(page.locator('.caption.largest')).toBeVisible();
    await tap(page, /^Captions$/);
    await sheet.getByRole('checkbox', { name: /Read by a screen reader/ }).check({ force: true });
    await expect(page.locator('.caption [aria-live]')).toHaveAttribute('aria-live', 'polite');
    await sheet.getByRole('checkbox', { name: 'Show captions' }).uncheck({ force: true });
    await expect(page.locator('.caption p')).toHaveCount(0);
  });
}
