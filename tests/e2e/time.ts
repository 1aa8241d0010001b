import { expect, type Page } from '@playwright/test';

declare global {
  // The page's own clock, as the test lets it run ahead.
  var letPass: (ms: number) => void;
}

/** Before the page is opened: its wall clock can be put forward. Nothing of this is in the app. */
export async function clockAhead(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = Date.now.bind(Date);
    let ahead = 0;
    globalThis.letPass = (ms) => void (ahead += ms);
    Date.now = () => real() + ahead;
  });
}

/** Minutes go by. A medicine session does not wait: it notices, and goes on where it is by then. */
export async function pass(page: Page, minutes: number): Promise<void> {
  const lived = async () =>
    Number.parseInt((await page.locator('dt:has-text("since") + dd').textContent()) ?? '', 10);
  const before = await lived();
  await page.evaluate((ms) => globalThis.letPass(ms), minutes * 60_000);
  await expect.poll(lived).toBeGreaterThanOrEqual(before + minutes);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
}
