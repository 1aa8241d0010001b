import { beginPlanned, end, saveRecord, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';

const [tablet, phone] = SCREENS;

test.use({ viewport: phone.viewport, hasTouch: true });

test('what is practised at home is heard in the clinic: a card is made on a telephone and taken up on the sheet', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('/#/practice');
  await page.getByRole('link', { name: /A card for the clinic/ }).tap();
  await page.getByRole('radio', { name: 'Small bell' }).check({ force: true });
  await page.getByRole('button', { name: /On the card: .*Choose another breath/ }).tap();
  await page.getByRole('dialog').getByRole('radio', { name: 'Box' }).check({ force: true });
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
  await page.getByRole('radio', { name: 'Soft tones' }).check({ force: true });
  const code = page.getByRole('img', { name: 'The card as a code to be scanned' });
  expect((await code.boundingBox())?.width).toBeGreaterThanOrEqual(260);
  await fitForHands(page);
  await readableByAll(page);
  const line = await page.getByLabel('The same as a line of text').inputValue();

  await page.setViewportSize(tablet.viewport);
  await page.goto('/#/session');
  await tap(page, /^A card from home/);
  const sheet = page.getByRole('dialog', { name: 'A card from home' });
  await sheet.getByLabel('Or paste its line').fill(line.slice(0, -9));
  await sheet.getByRole('button', { name: 'Read it' }).tap();
  await expect(sheet.getByText(/no card that can be used.*Nothing was changed/)).toBeVisible();
  await fitForHands(page);
  await readableByAll(page);
  await sheet.getByLabel('Or paste its line').fill(line);
  await sheet.getByRole('button', { name: 'Read it' }).tap();
  await expect(sheet.getByText('From the medicine to re-entry no breath is held.')).toBeVisible();
  await sheet.getByRole('button', { name: 'Take it up' }).tap();
  await expect(sheet.getByText('Taken up. Talk, levels and lengths are as they were.')).toBeVisible();
  await fitForHands(page);
  await readableByAll(page);
  await sheet.getByRole('button', { name: 'Done' }).tap();
  await expect(page.getByRole('button', { name: /^A card from home/ })).toContainText(
    'Small bell, Box, Soft tones',
  );

  await beginPlanned(page);
  await end(page);
  const { plan } = (await saveRecord(page)) as unknown as { plan: Record<string, unknown> };
  expect(plan).toMatchObject({
    bell: 'small-bell',
    beds: [
      { sound: 'ocean', phases: { reentry: -10, rest: -10 } },
      { sound: 'pad', level: 0, phases: { onset: -80, peak: -80, plateau: -24, reentry: 0, rest: 0 } },
    ],
    phases: [
      { phase: 'preparation', breath: { pattern: [4, 4, 4, 4] } },
      { phase: 'onset', breath: { pattern: [4, 0, 6, 0] } },
      { phase: 'peak' },
      { phase: 'plateau' },
      { phase: 'reentry' },
      { phase: 'rest' },
    ],
  });
});
