import type { Page } from '@playwright/test';
import { dayAfter } from '#session/calendar.ts';
import { eventsIn } from '../helpers/calendar.ts';
import { holdDown, reloadKept, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll } from './for-everybody.ts';
import { clockAhead } from './time.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** A practice that is begun, heard for a moment and ended by hand. */
async function practise(page: Page, name: string): Promise<void> {
  await page.goto('/#/practice/choose');
  await page.getByRole('radio', { name: new RegExp(name) }).check({ force: true });
  await tap(page, /^Begin/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await holdDown(page, /End practice/, () =>
    expect(page.getByRole('heading', { name: 'The practice has ended' })).toBeVisible(),
  );
  await tap(page, /Done/);
}

test('a practice that has ended is in the calendar of that day', async ({ page }) => {
  await page.goto('/#/days');
  await expect(page.getByText(/When a practice ends, its day takes on colour/)).toBeVisible();
  await expect(page.getByRole('cell', { name: /^Today, \d+ \w+$/ })).toHaveCount(1);
  await practise(page, 'Slow breath');
  await page.getByRole('link', { name: 'Days', exact: true }).tap();
  await expect(page.getByText('under a minute this week')).toBeVisible();
  await expect(page.getByRole('cell', { name: /^Today, \d+ \w+, under a minute$/ })).toHaveCount(1);
});

const today = (page: Page) =>
  page.evaluate(() => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  });

/** The reminders as a calendar would read them. */
async function savedReminders(page: Page) {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save reminders for your calendar' }).tap();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('undertone-practice.ics');
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return eventsIn(Buffer.concat(parts).toString('utf8'));
}

test('what is planned is in the calendar file on its days, and stays after a reload', async ({ page }) => {
  await page.goto('/#/days');
  const day = await today(page);
  await page.getByRole('button', { name: 'Plan a practice' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Plan a practice' });
  await sheet.getByRole('radio', { name: 'Body scan' }).check({ force: true });
  await sheet.getByLabel('Until', { exact: true }).fill(dayAfter(day, 3));
  await sheet.getByLabel('At', { exact: true }).fill('21:30');
  await sheet.getByRole('textbox', { name: /A line for yourself/ }).fill('Blanket, tea; and – quiet');
  await readableByAll(page);
  await sheet.getByRole('button', { name: 'Put it in my plan' }).tap();
  await expect(page.getByText(/Every day until \d+ \w+, at 21:30/)).toBeVisible();
  await reloadKept(page);
  await expect(page.getByText(/Every day until \d+ \w+, at 21:30/)).toBeVisible();
  const [event, ...others] = await savedReminders(page);
  expect(others).toEqual([]);
  expect(event).toMatchObject({
    ...{ title: 'Body scan, 5 minutes', about: 'Blanket, tea; and – quiet', time: 21 * 60 + 30, minutes: 5 },
    days: [0, 1, 2, 3].map((by) => dayAfter(day, by)),
  });
  await expect(page.getByRole('cell', { name: /planned: Body scan, 5 minutes, at 21:30/ })).toHaveCount(4);
  await readableByAll(page);
  await fitForHands(page);
});

test('around a session something small is suggested, planned with one tap, and taken back', async ({
  page,
}) => {
  await page.goto('/#/days');
  const day = await today(page);
  await page.getByLabel('Day of your session').fill(dayAfter(day, -1));
  await expect(page.getByRole('heading', { name: 'The first two days after your session' })).toBeVisible();
  await page.getByRole('button', { name: 'Plan Five senses, 5 minutes' }).tap();
  await expect(page.getByText('For 48 hours after your session, at 08:00')).toBeVisible();
  const [event] = await savedReminders(page);
  expect(event?.days).toEqual([day, dayAfter(day, 1)]);
  await page.getByRole('button', { name: 'Take Five senses, 5 minutes out of the plan' }).tap();
  await expect(page.getByText('It is out of your plan.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect(page.getByText('For 48 hours after your session, at 08:00')).toBeVisible();
  await page.getByRole('button', { name: 'Begin Five senses, 5 minutes' }).last().tap();
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Five senses' })).toBeVisible();
  await holdDown(page, /End practice/, () =>
    expect(page.getByRole('heading', { name: 'The practice has ended' })).toBeVisible(),
  );
  await tap(page, /Done/);
  await expect(
    page.getByRole('cell', { name: /^Today, .*under a minute, planned: Five senses/ }),
  ).toHaveCount(1);
});

test('the day of a session that is set with a practice is taken back with it', async ({ page }) => {
  await page.goto('/#/days');
  const day = await today(page);
  await page.getByRole('button', { name: 'Plan a practice' }).tap();
  await page.getByRole('radio', { name: 'Before the session' }).check({ force: true });
  await expect(page.getByText('Choose the day of the session.')).toBeVisible();
  await page.getByLabel('Day of the session').fill(dayAfter(day, 9));
  await page.getByRole('button', { name: 'Put it in my plan' }).tap();
  await expect(page.getByLabel('Day of your session')).toHaveValue(dayAfter(day, 9));
  await expect(page.getByText('On 7 days before your session, at 20:00')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect(page.getByText(/^Nothing is planned/)).toBeVisible();
  await expect(page.getByLabel('Day of your session')).toHaveValue('');
});

test('while it is open, and only where that was tapped, the page reminds of what is planned', async ({
  page,
}) => {
  await clockAhead(page);
  await page.addInitScript(() => {
    const shown: string[] = [];
    const stand = class {
      static permission = 'default';
      static requestPermission = () => Promise.resolve((stand.permission = 'granted'));
      constructor(title: string) {
        shown.push(title);
      }
    };
    Object.assign(globalThis, { Notification: stand, shown });
  });
  await page.goto('/#/days');
  const soon = await page.evaluate(() => new Date(Date.now() + 5 * 60_000).toTimeString().slice(0, 5));
  await page.getByRole('button', { name: 'Plan a practice' }).tap();
  await page.getByLabel('At', { exact: true }).fill(soon);
  await page.getByRole('button', { name: 'Put it in my plan' }).tap();
  await expect(page.getByText(/a web page can remind only while it is open/i)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Remind me here, too' }).check({ force: true });
  await expect(page.getByRole('checkbox', { name: 'Remind me here, too' })).toBeChecked();
  await page.evaluate(() => globalThis.letPass(6 * 60_000));
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown), {
      timeout: 40_000,
    })
    .toEqual(['Slow breath, 5 minutes']);
});
