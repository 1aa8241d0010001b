import { expect, test } from './fixtures.ts';
import { beginPlanned, end, saveRecord } from './acts.ts';
import { heardLevel, listen } from './listening.ts';

test.use({ viewport: { width: 1180, height: 820 } });

test('bells are chosen by a rule, seen where they fall, heard, and are in the session that begins', async ({
  page,
}) => {
  await listen(page);
  await page.goto('/#session');
  const row = page.getByRole('img', { name: /^\d+ bells|^No bell/ });
  const rule = (name: string) => page.getByRole('radio', { name, exact: true }).check({ force: true });

  await rule('bells only'); // so that no line puts a bell off
  await rule('Every few minutes');
  await expect(row).toHaveAccessibleName(/^23 bells: 5:00, 10:00, 15:00,.* and 11 more$/);
  await page.getByRole('button', { name: 'Every, more' }).click();
  await expect(row).toHaveAccessibleName(/: 6:00, 12:00,/);

  await rule('At random');
  const first = await row.getAttribute('aria-label');
  await page.getByRole('button', { name: 'Other moments' }).click();
  await expect(row).not.toHaveAccessibleName(first ?? '');

  await rule('At set times');
  const time = page.getByLabel('Minutes and seconds');
  await time.fill('half past');
  await time.press('Enter');
  await expect(page.getByText(/Write a time such as/)).toBeVisible();
  await time.fill('0:12');
  await time.press('Enter');
  await page.getByRole('button', { name: 'Take away the bell at 5:00' }).click();
  await page.getByRole('checkbox', { name: 'One to end with' }).check({ force: true });
  await expect(row).toHaveAccessibleName('2 bells: 0:12, 119:20');

  await rule('Small bell');
  await page.getByRole('button', { name: 'Hear it' }).click();
  await expect.poll(() => heardLevel(page), { timeout: 15_000 }).toBeGreaterThan(-60);
  await page.getByRole('button', { name: 'Stop' }).click();

  await beginPlanned(page);
  await end(page);
  const { plan } = await saveRecord(page);
  expect(plan).toMatchObject({ bell: 'small-bell', bells: { ring: 'at-times', at: [12], end: true } });
});
