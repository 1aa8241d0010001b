import { reloadKept, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll } from './for-everybody.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('at home a practice is one tap away, what would help two, and what was done is there again', async ({
  page,
}) => {
  await page.goto('/#practice');
  await expect(page.getByRole('button', { name: 'Begin Body scan, 10 minutes, ocean' })).toBeVisible();
  await readableByAll(page);
  await fitForHands(page);
  await page.getByRole('button', { name: 'Breath', exact: true }).tap();
  await readableByAll(page);
  await fitForHands(page);
  await page.getByRole('button', { name: 'Begin Slow breath, 5 minutes' }).tap();
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Slow breath' })).toBeVisible();
  await page.getByRole('button', { name: /End practice/ }).focus();
  await page.keyboard.down('Enter');
  await expect(page.getByRole('heading', { name: 'The practice has ended' })).toBeVisible();
  await page.keyboard.up('Enter');
  await tap(page, /^Done/);
  await page.getByRole('button', { name: 'Keep as a favourite' }).tap();
  await expect(page.getByRole('button', { name: /^Take Slow breath/ })).toBeVisible();
  await reloadKept(page);
  await expect(page.getByText('Once more')).toBeVisible();
  await readableByAll(page);
  await fitForHands(page);
  await page
    .getByRole('region', { name: 'Favourites' })
    .getByRole('button', { name: /^Begin Slow breath/ })
    .tap();
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
});

test('all of it can be chosen behind the first page, and is what begins there afterwards', async ({
  page,
}) => {
  await page.goto('/#practice');
  await page.getByRole('link', { name: /Choose all of it/ }).tap();
  await page.getByRole('radio', { name: /Kindness/ }).check({ force: true });
  await page.goBack();
  await expect(page.getByRole('button', { name: /^Begin Kindness, 10 minutes/ })).toBeVisible();
});
