import type { Page } from '@playwright/test';
import { beginPlanned, storedEvents, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';
import { heardLevel, listen, SILENT } from './listening.ts';

/** The planner of a nasal session, and from there its rehearsal. */
async function rehearseNasal(page: Page): Promise<void> {
  await page.goto('/#session');
  await page.getByRole('radio', { name: /nasal/i }).check({ force: true });
  await page.getByRole('link', { name: 'Rehearse' }).click();
  await expect(page.getByRole('heading', { name: 'Rehearsal' })).toBeFocused();
}

const place = (page: Page) => page.getByText(/^\d+ of \d+$/);
const goTo = (page: Page, phase: string) =>
  page.getByRole('group', { name: 'Go to' }).getByRole('button', { name: phase }).click();

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 1180, height: 820 } });

  test('a nasal session is walked from cue to cue, heard, and leaves nothing behind', async ({ page }) => {
    await listen(page);
    await rehearseNasal(page);
    await expect(page.getByText(/No session runs, and nothing is written down/)).toBeVisible();
    await expect(page.getByText('Preparation begins', { exact: true })).toBeVisible();
    expect(await heardLevel(page)).toBeLessThan(SILENT);
    await tap(page, /Start the rehearsal/);
    await expect.poll(() => heardLevel(page), { timeout: 15_000 }).toBeGreaterThan(-60);

    // On by itself: the phase is heard for a quarter of a minute, then the bell that comes at 0:12.
    await expect(place(page)).toHaveText(/^2 of/, { timeout: 25_000 });
    await expect(page.getByText(/Middle bowl, struck softly/).first()).toBeVisible();

    // By hand: a line with its words, what steps back, and the wait of half a minute left out.
    await tap(page, /^Forward/);
    await expect(page.getByText(/^0:30, preparation/)).toBeVisible();
    await expect(page.locator('blockquote')).toHaveText(/Hello, and welcome/);
    await expect(page.getByText('Bed steps back 8 dB')).toBeVisible();
    await expect.poll(() => heardLevel(page), { timeout: 8_000, intervals: [100] }).toBeGreaterThan(-35);

    await goTo(page, 'Onset');
    await expect(page.getByText(/The first device is started/).first()).toBeVisible();
    await expect(page.getByRole('img', { name: /the rehearsal at 20:00, in onset/ })).toBeVisible();
    await tap(page, /^Back/);
    await expect(page.getByText(/^19:00, preparation/)).toBeVisible();
    await tap(page, /^Pause/);
    await expect.poll(() => heardLevel(page), { timeout: 8_000 }).toBeLessThan(SILENT);
    await goTo(page, 'Peak');
    await tap(page, /^Forward/);
    await expect(page.getByText(/40 minutes after the medicine/).first()).toBeVisible();
    await goTo(page, 'Rest');
    await expect(page.getByText('Rest begins', { exact: true })).toBeVisible();

    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Prepare a session' })).toBeVisible();
    await expect(page.getByRole('radio', { name: /nasal/i })).toBeChecked();
    expect(await storedEvents(page)).toEqual([]);
    await page.goto('/#/records');
    await expect(page.getByRole('status').filter({ hasText: 'Nothing is kept yet' })).toHaveCount(1);
    await page.reload();
    await expect(page.getByText('A session was interrupted')).toBeHidden();
  });

  test('left in the middle of a line by Begin, the session is what sounds, and all it writes down', async ({
    page,
  }) => {
    await rehearseNasal(page);
    await tap(page, /Start the rehearsal/);
    await tap(page, /^Forward/);
    await tap(page, /^Forward/);
    await expect(page.locator('blockquote')).toHaveText(/Hello/);
    await beginPlanned(page);
    await expect(page.getByRole('heading', { name: 'Preparation' })).toBeVisible();
    // Longer than the piece would have gone on for.
    await expect(page.getByText('0:13', { exact: true }).first()).toBeVisible({ timeout: 25_000 });
    await expect(page.getByText(/sound runs, saved/)).toBeVisible();
    const types = (await storedEvents(page)).map(({ type }) => type);
    expect(types.filter((type) => !type.startsWith('cue-'))).toEqual(['started', 'begun-despite']);
    expect(types.filter((type) => type.startsWith('cue-')).length).toBeLessThanOrEqual(1);
  });

  test('it goes by keys, and says each step to who does not see it', async ({ page }) => {
    await rehearseNasal(page);
    const told = page.locator('[aria-live=polite]').filter({ hasText: 'preparation' });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(told).toHaveText(/^A line is said\. 0:30, preparation/);
    await page.keyboard.press('ArrowLeft');
    await expect(told).toHaveText(/^A bell\. 0:12, preparation\. Middle bowl, struck softly/);
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: 'Start the rehearsal' })).toBeVisible();
    await page.getByRole('radio', { name: 'only lines' }).check({ force: true });
    await expect(told).toHaveText(/^A line is said/);
    await expect(place(page)).toHaveText(/^1 of \d+$/);
  });
});

for (const { name, viewport } of SCREENS) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    test('a rehearsal can be read by everybody and handled by any hand', async ({ page }) => {
      await rehearseNasal(page);
      await readableByAll(page);
      await fitForHands(page);
      await goTo(page, 'Onset');
      await readableByAll(page);
      await page.goto('/#/practice/rehearse');
      await expect(page.getByText('No practice runs', { exact: false })).toBeVisible();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await expect(page.locator('blockquote')).toBeVisible();
      await readableByAll(page);
      await fitForHands(page);
      await page.getByRole('link', { name: 'Back to planning' }).click();
      await expect(page.getByRole('button', { name: 'Begin', exact: true })).toBeVisible();
      await readableByAll(page);
      await fitForHands(page);
    });
  });
}
