import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { begin, end, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';

const SCREENS = [
  { name: 'tablet', viewport: { width: 1180, height: 820 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
] as const;

async function readableByAll(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`),
  ).toEqual([]);
}

/** Everything a finger is meant for is at least 48 px in both directions, and nothing is wider than the screen. */
async function fitForHands(page: Page): Promise<void> {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, input, label:has(input), a')]
      .filter(
        (each) =>
          (each.checkVisibility({ visibilityProperty: true }) &&
            !each.closest('label, dialog:not([open])')?.querySelector(':scope > input')) ||
          each.matches('label'),
      )
      .map((each) => ({
        box: each.getBoundingClientRect(),
        text: each.textContent || each.getAttribute('aria-label') || each.outerHTML.slice(0, 80),
      }))
      .filter(({ box }) => box.width > 0 && (Math.round(box.height) < 48 || Math.round(box.width) < 48))
      .map(({ box, text }) => `${text.trim()}: ${Math.round(box.width)} × ${Math.round(box.height)}`),
  );
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

for (const { name, viewport } of SCREENS) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    test('every screen can be read by everybody and handled by any hand', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByRole('button', { name: /^Begin/ })).toBeVisible();
      await readableByAll(page);
      await fitForHands(page);
      await begin(page, 'infusion');
      await tap(page, /Medicine given/);
      await expect(page.getByRole('heading', { name: 'Onset' })).toBeVisible();
      await readableByAll(page);
      await fitForHands(page);
      await tap(page, /Say a line/);
      await expect(page.getByRole('dialog')).toBeVisible();
      await readableByAll(page);
      await page.keyboard.press('Escape');
      await end(page);
      await readableByAll(page);
      await fitForHands(page);
    });
  });
}

test('a session can be run from the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Begin/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await page.getByRole('button', { name: /Medicine given/ }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { name: 'Onset' })).toBeVisible();
  await page.getByRole('button', { name: /End session/ }).focus();
  await page.keyboard.down('Enter');
  await expect(page.getByRole('heading', { name: 'The session has ended' })).toBeVisible();
  await page.keyboard.up('Enter');
});

test('with reduced motion the breath is said in words', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await begin(page, 'practice run');
  await expect(page.getByText(/^(Breathe )?(in|out)$/i).first()).toBeVisible({ timeout: 40_000 });
});
