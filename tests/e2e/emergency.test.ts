import { begin, beginPlanned, end, saveRecord, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';
import { heardLevel, listen, SILENT } from './listening.ts';

test.use({ viewport: { width: 1180, height: 820 } });

test('one tap: the card is up while everything fades, and the sound comes back only when asked', async ({
  page,
}) => {
  await listen(page);
  await begin(page, 'infusion');
  await expect.poll(() => heardLevel(page), { timeout: 30_000 }).toBeGreaterThan(-60);
  await page.getByRole('button', { name: 'Emergency', exact: true }).click();
  const card = page.getByRole('dialog', { name: 'Emergency' });
  await expect(card.getByText('Stay with the person.')).toBeVisible({ timeout: 2_500 }); // the fade takes three
  expect(await heardLevel(page)).toBeGreaterThan(SILENT);
  await expect.poll(() => heardLevel(page), { timeout: 8_000 }).toBeLessThan(SILENT);
  await expect(card.getByText('The sound is off.')).toBeVisible();
  await page.reload();
  await tap(page, /Continue the session/);
  await expect(card).toBeVisible();
  await card.getByRole('button', { name: /Back to the session/ }).click();
  await expect(card).toHaveCount(0);
  expect(await heardLevel(page)).toBeLessThan(SILENT);
  await tap(page, /Sound again/);
  await expect.poll(() => heardLevel(page), { timeout: 30_000 }).toBeGreaterThan(-60);
  await page.getByRole('button', { name: 'Emergency', exact: true }).click();
  await card.getByRole('button', { name: /Sound back/ }).click();
  await expect(page.getByRole('button', { name: /^Silence/ })).toBeVisible();
  await end(page);
  const { log } = await saveRecord(page);
  expect(log.map(({ type }) => type).filter((type) => /silenced|emergency/.test(type))).toEqual([
    ...['silenced', 'emergency-shown', 'emergency-closed', 'unsilenced'],
    ...['silenced', 'emergency-shown', 'emergency-closed', 'unsilenced'],
  ]);
});

test('a clinic writes its own card, and that is the one that is shown', async ({ page }) => {
  await page.goto('/#clinic');
  await page.getByLabel('Title').fill('Call the doctor');
  await page.getByRole('textbox', { name: 'Step 1' }).fill('Lay her on her side.');
  await tap(page, /Add a number/);
  const keep = page.getByRole('button', { name: 'Keep this wording' });
  await page.getByLabel('Phone number 1').fill('112');
  await expect(keep).toBeDisabled();
  await page.getByLabel('Who, number 1').fill('Ambulance');
  await keep.click();
  await expect(page.getByText('Kept on this device.')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/In use: wording 1/)).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Call the doctor');
  await begin(page, 'infusion');
  await page.getByRole('button', { name: 'Emergency', exact: true }).click();
  const card = page.getByRole('dialog', { name: 'Call the doctor' });
  await expect(card.getByText('Lay her on her side.')).toBeVisible();
  const call = card.getByRole('link', { name: /Ambulance, 112/ });
  await expect(call).toHaveAttribute('href', 'tel:112');
  await expect(call).toHaveText(/112/);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Sound again/ })).toBeVisible();
});

test('where storage is closed the card that ships is shown', async ({ page }) => {
  await page.addInitScript(() => {
    const closed = () => {
      throw new DOMException('closed', 'SecurityError');
    };
    Object.defineProperty(window, 'indexedDB', { value: { open: closed } });
  });
  await page.goto('/#session');
  await beginPlanned(page, /sound runs/);
  await page.getByRole('button', { name: 'Emergency', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Emergency' })).toBeVisible();
});

for (const { name, viewport } of SCREENS) {
  test(`the card and its place can be read by everybody on a ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto('/#clinic');
    await tap(page, /Add a number/);
    await readableByAll(page);
    await fitForHands(page);
    await page.getByLabel('Who, number 1').fill('Ambulance');
    await page.getByLabel('Phone number 1').fill('112');
    await tap(page, /See it as it will be/);
    await expect(page.getByRole('link', { name: /Ambulance/ })).toBeVisible();
    await readableByAll(page);
    await fitForHands(page);
  });
}
