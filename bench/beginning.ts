import type { Page } from '@playwright/test';

/** By then the arrival list is shown, if it is going to be. */
const SHOWN_MS = 1000;

/** Begins what a page begins with; the app's list of what is still open is overruled, the floor has none. */
export async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Begin/ }).click();
  await page.waitForTimeout(SHOWN_MS);
  const open = page.getByRole('dialog', { name: 'Before it begins' });
  if (!(await open.isVisible())) return;
  await open.getByRole('radio', { name: 'Done, on paper' }).check({ force: true });
  await open.getByRole('button', { name: 'Begin all the same' }).click();
}

/** Chooses the practice run, which begins at the first tap; without one, so that the page counts as untouched. */
export async function chooseWhatBeginsAtOnce(page: Page): Promise<void> {
  const run = page.getByRole('radio', { name: /practice run/i });
  await run.evaluate((choice: HTMLInputElement) => choice.click());
}
