import type { Page } from '@playwright/test';
import { beginPlanned, end, reloadKept, saveRecord, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { heardLevel, listen, SILENT } from './listening.ts';

const bend = (page: Page, phase: string) =>
  page.getByRole('slider', { name: `Ocean, ${phase}`, exact: true });

/** Draws a finger down or up over a slider. */
async function drag(page: Page, phase: string, by: number): Promise<void> {
  await bend(page, phase).scrollIntoViewIfNeeded();
  const box = await bend(page, phase).boundingBox();
  if (box === null) throw new Error(`no slider for ${phase}`);
  const x = box.x + box.width / 2;
  const y = box.y + box.height * 0.25;
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: at }] });
  await touch('touchStart', y);
  for (const share of [0.25, 0.5, 0.75, 1]) await touch('touchMove', y + by * share);
  await touch('touchEnd', y + by);
}

test.describe('by touch', () => {
  test.use({ hasTouch: true });
  test('a bed is bent through the phases by finger and by key, kept with the mix, and lived so', async ({
    page,
  }) => {
    await page.goto('/#session');
    await tap(page, /^Ocean through the phases/);
    await drag(page, 'peak', 60);
    await expect(bend(page, 'peak')).toHaveAttribute('aria-valuetext', /^1\d dB softer$/);
    await bend(page, 'onset').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(bend(page, 'onset')).toHaveAttribute('aria-valuetext', '2 dB softer');
    await page.keyboard.press('Home');
    await expect(bend(page, 'onset')).toHaveAttribute('aria-valuetext', 'silent');
    await page.keyboard.press('End');
    await expect(bend(page, 'onset')).toHaveAttribute('aria-valuetext', '6 dB louder');
    await bend(page, 'preparation').fill('-4');

    await page.getByRole('textbox', { name: 'A name for this mix' }).fill('Low tide');
    await tap(page, /Keep this mix/);
    await tap(page, /Make ocean even again/);
    await expect(bend(page, 'onset')).toHaveAttribute('aria-valuetext', 'as set');
    await expect(page.getByRole('button', { name: /Make ocean even again/ })).toBeDisabled();
    await reloadKept(page);
    await tap(page, /Use Low tide/);
    await tap(page, /^Ocean through the phases/);
    await expect(bend(page, 'onset')).toHaveAttribute('aria-valuetext', '6 dB louder');

    await beginPlanned(page);
    await tap(page, /^Mixer/);
    await expect(page.getByText('4 dB softer in preparation')).toBeVisible();
    await page.keyboard.press('Escape');
    await end(page);
    const { plan } = await saveRecord(page);
    expect(plan).toMatchObject({ beds: [{ sound: 'ocean', phases: { preparation: -4, onset: 6 } }] });
  });
});

test('a mix is heard before it begins, follows the hand, and makes way for the session', async ({ page }) => {
  await listen(page);
  await page.goto('/#session');
  await tap(page, /^Hear the mix/);
  await expect.poll(() => heardLevel(page)).toBeGreaterThan(-50);
  await page.getByRole('combobox', { name: 'as it is in' }).selectOption('peak');
  await tap(page, /^Ocean through the phases/);
  await bend(page, 'peak').focus();
  await page.keyboard.press('Home');
  await expect.poll(() => heardLevel(page)).toBeLessThan(SILENT);
  await page.keyboard.press('End');
  await expect.poll(() => heardLevel(page)).toBeGreaterThan(-50);
  await tap(page, /^Stop/);
  await expect.poll(() => heardLevel(page)).toBeLessThan(SILENT);
  await tap(page, /^Hear ocean alone/);
  await expect.poll(() => heardLevel(page)).toBeGreaterThan(-50);
  await beginPlanned(page);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await expect.poll(() => heardLevel(page)).toBeLessThan(-60);
  await expect.poll(() => heardLevel(page)).toBeGreaterThan(-50);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
});
