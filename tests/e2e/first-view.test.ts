import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

test('the page opens, says its name, and can be read by everybody', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Undertone' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.fonts.check('300 20px Newsreader'))).toBe(true);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('a file that is not there is told as missing', async ({ request }) => {
  expect((await request.get('/audio/no-such-file.opus')).status()).toBe(404);
});
