import { reloadKept } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll } from './for-everybody.ts';
import { heardLevel, listen } from './listening.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('at home somebody puts a practice together, begins it, and finds it again', async ({ page }) => {
  await listen(page);
  await page.goto('/#practice');
  await page.getByRole('link', { name: /Put one together/ }).tap();
  await expect(page.getByText('Add a part that lasts, and it can begin.')).toBeVisible();
  for (const part of ['Silence', 'Bell', 'Slow breath'])
    await page.getByRole('button', { name: part, exact: true }).last().tap();
  await page.getByRole('button', { name: 'Minutes, less' }).tap();
  await page.getByRole('button', { name: 'Minutes, less' }).tap();
  await page.getByRole('button', { name: 'Slow breath earlier' }).tap();
  await page.getByRole('button', { name: 'Slow breath earlier' }).tap();
  await page.getByRole('button', { name: /^Silence 5 min/ }).tap();
  await page.getByRole('button', { name: 'Silence later' }).tap();
  await expect(page.getByRole('img', { name: /^In order/ })).toHaveAccessibleName(
    'In order: slow breath 3 minutes, bell, silence 5 minutes',
  );
  await readableByAll(page);
  await fitForHands(page);
  await page.getByLabel('Name').fill('My morning');
  await page.getByRole('button', { name: 'Begin', exact: true }).tap();
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'My morning' })).toBeVisible();
  await expect(page.getByText('Slow breath', { exact: true })).toBeVisible();
  await expect.poll(() => heardLevel(page)).toBeGreaterThan(-60);
  await page.getByRole('button', { name: /End practice/ }).focus();
  await page.keyboard.down('Enter');
  await expect(page.getByRole('heading', { name: 'The practice has ended' })).toBeVisible();
  await page.keyboard.up('Enter');
  await page.goto('/#practice');
  await reloadKept(page);
  await expect(page.getByText('Once more')).toBeVisible();
  await readableByAll(page);
  await fitForHands(page);
  await page
    .getByRole('region', { name: 'Put together by you' })
    .getByRole('button', { name: 'Begin My morning, 8 minutes, ocean' })
    .tap();
  await expect(page.getByRole('heading', { name: 'My morning' })).toBeVisible();
});
