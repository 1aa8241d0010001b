import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The two sizes every screen is made for. */
export const SCREENS = [
  { name: 'tablet', viewport: { width: 1180, height: 820 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
] as const;

/** Once what comes softly is there: in the middle of a fade nothing has the contrast it will have. */
export async function readableByAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isShort = ({ effect }: Animation) => Number(effect?.getComputedTiming().endTime) <= 2000;
    const coming = document.getAnimations().filter(isShort);
    await Promise.allSettled(coming.map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`),
  ).toEqual([]);
}

/** Everything a finger is meant for is at least 48 px in both directions, and nothing is wider than the screen. */
export async function fitForHands(page: Page): Promise<void> {
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
