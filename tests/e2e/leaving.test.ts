import { begin, end, holdDown, reloadKept, saveRecord, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';
import { clockAhead, pass } from './time.ts';

test.use({ viewport: { width: 1180, height: 820 } });

test('a clinic words its lists and switches a rule off; both are there when a session begins, and in its record', async ({
  page,
}) => {
  await page.goto('/#clinic');
  await page.getByLabel('On arrival, item 7').fill('Consent given and signed');
  await page.getByLabel('On arrival, item 7').press('Tab');
  await page.getByLabel('A new item: before leaving').fill('Has the phone number');
  await page.getByLabel('A new item: before leaving').press('Enter');
  await expect(page.getByLabel('Before leaving, item 6')).toHaveValue('Has the phone number');
  await tap(page, /Take away: Oxygen saturation recorded/);
  await page.getByRole('button', { name: 'Put it back' }).click();
  await page.getByRole('checkbox', { name: /A landing line/ }).uncheck({ force: true });
  await reloadKept(page);
  await expect(page.getByText(/Your clinic’s own, version/)).toBeVisible();
  await expect(page.getByLabel('On arrival, item 7')).toHaveValue('Consent given and signed');
  await page.goto('/#session');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  const open = page.getByRole('dialog', { name: 'Before it begins' });
  await open.getByRole('checkbox', { name: 'Consent given and signed' }).check({ force: true });
  await open.getByRole('radio', { name: 'Done, on paper' }).check({ force: true });
  await open.getByRole('button', { name: 'Begin all the same' }).click();
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await end(page);
  await expect(page.getByText('Checked: Consent given and signed')).toBeVisible();
  await expect(page.getByText('Rule switched off by the clinic: A landing line')).toBeVisible();
});

test('nobody leaves a nasal session before two hours without a reason, nor unchecked', async ({ page }) => {
  test.setTimeout(120_000);
  await clockAhead(page);
  await begin(page, 'nasal');
  const clock = page.getByRole('group', { name: 'Clinical clock' });
  await expect(clock.getByRole('button', { name: 'Leaving', exact: true })).toHaveCount(0);
  await tap(page, /Device 1 started/);
  await pass(page, 6);
  await tap(page, /Device 2 started/);
  await tap(page, /Coming back/);
  await clock.getByRole('button', { name: 'Leaving', exact: true }).click();
  const leaving = page.getByRole('dialog', { name: 'Before they leave' });
  await expect(leaving.getByText(/counted from the last device/)).toBeVisible();
  for (const box of await leaving.getByRole('checkbox').all()) await box.check({ force: true });
  await expect(leaving.getByRole('button', { name: /Has left/ })).toBeDisabled();
  await page.keyboard.press('Escape');

  await pass(page, 60);
  await clock.getByRole('button', { name: 'Leaving', exact: true }).click();
  await leaving.getByRole('radio', { name: 'Against advice' }).check({ force: true });
  await leaving.getByRole('button', { name: /Has left all the same/ }).click();
  await expect(clock.getByText(/left at \d\d:\d\d/)).toBeVisible();
  await tap(page, /^Undo/);
  await clock.getByRole('button', { name: 'Leaving', exact: true }).click();
  await leaving.getByLabel('In your own words').fill('The doctor agreed');
  await leaving.getByRole('button', { name: /Has left all the same/ }).click();
  await end(page);
  await expect(page.getByText(/Left although open: earlier than the clinic’s stay/).last()).toBeVisible();
  const left = (await saveRecord(page)).log.filter(({ type }) => type === 'left');
  expect(left).toHaveLength(2);
  expect(left.at(-1)).toMatchObject({ despite: ['too-early'], reason: 'The doctor agreed' });
});

for (const { name, viewport } of SCREENS)
  test(`what stands against leaving can be read and handled by everybody, on a ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await begin(page, 'infusion');
    await tap(page, /Medicine given/);
    await tap(page, /Coming back/);
    await page
      .getByRole('group', { name: 'Clinical clock' })
      .getByRole('button', { name: 'Leaving', exact: true })
      .click();
    await readableByAll(page);
    await fitForHands(page);
    await page.getByRole('dialog').getByRole('checkbox').first().check({ force: true });
    await page.keyboard.press('Escape');
    await holdDown(page, /End session/, () =>
      expect(page.getByRole('heading', { name: 'The session has ended' })).toBeVisible(),
    );
  });
