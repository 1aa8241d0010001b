import { readFile } from 'node:fs/promises';
import type { Page, TestInfo } from '@playwright/test';
import { end, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { clockAhead, pass } from './time.ts';

test.use({ viewport: { width: 1180, height: 820 } });

interface Route {
  readonly name: string;
  /** How the medicine is given, by hand. */
  readonly give: (page: Page) => Promise<void>;
  /** From T0 until its leaving list is gone through. */
  readonly minutes: number;
}

const once = (page: Page) => tap(page, /Medicine given/);

async function threeDevices(page: Page): Promise<void> {
  await tap(page, /Device 1 started/);
  for (const nth of [2, 3]) {
    const next = page.getByRole('button', { name: `Device ${nth} started` });
    await expect(next).toContainText(/in [45]:\d\d/);
    await pass(page, 5);
    await expect(next).toContainText('may be started');
    await next.click();
  }
}

async function underTheTongue(page: Page): Promise<void> {
  await once(page);
  await expect(clockOf(page)).toContainText(/Lozenge stays in the mouth.*(10:00|9:\d\d)/);
}

async function byPump(page: Page): Promise<void> {
  await once(page);
  await expect(clockOf(page)).toContainText(/Pump ends.*(40:00|39:\d\d)/);
}

const ROUTES: readonly Route[] = [
  { name: 'Infusion', give: byPump, minutes: 100 },
  { name: 'Injection', give: once, minutes: 100 },
  { name: 'Nasal spray', give: threeDevices, minutes: 135 },
  { name: 'Lozenge', give: underTheTongue, minutes: 150 },
];

const clockOf = (page: Page) => page.getByRole('group', { name: 'Clinical clock' });

/** What a person who reads the report can look at. */
async function keep(page: Page, info: TestInfo, step: string): Promise<void> {
  const path = info.outputPath(`${step}.png`);
  await page.screenshot({ path });
  await info.attach(step, { path, contentType: 'image/png' });
}

/** The sheet in four steps, and the arrival list: nothing is left open. */
async function prepare(page: Page, info: TestInfo, route: string): Promise<void> {
  await page.goto('/#session');
  await page.getByRole('radio', { name: new RegExp(route) }).check({ force: true });
  if (route === 'Nasal spray')
    await page.getByRole('radio', { name: '3', exact: true }).check({ force: true });
  await tap(page, /^The person/);
  const person = page.getByRole('dialog', { name: 'The person' });
  await person.getByLabel('Label').fill('Room 2');
  await person.getByRole('radio', { name: 'Deeper' }).check({ force: true });
  await person.getByLabel('Intention').fill('To be kinder to myself');
  await person.getByRole('button', { name: 'Next' }).click();
  await person.getByLabel('Music and sounds they like').fill('the sea');
  await person.getByRole('button', { name: 'Next' }).click();
  await person.getByRole('checkbox', { name: 'Belly' }).check({ force: true });
  await person.getByRole('button', { name: 'Next' }).click();
  for (const no of await person.getByRole('radio', { name: 'No', exact: true }).all())
    await no.check({ force: true });
  await keep(page, info, '1-sheet');
  await person.getByRole('button', { name: 'Done' }).click();
  await tap(page, /^Arrival/);
  const arrival = page.getByRole('dialog', { name: 'On arrival' });
  for (const box of await arrival.getByRole('checkbox').all()) await box.check({ force: true });
  await arrival.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: /^Arrival 7 of 7 checked/ })).toBeVisible();
}

async function measure(page: Page, digits: string): Promise<void> {
  await clockOf(page).getByRole('button', { name: 'Vitals', exact: true }).click();
  const minute = page.getByRole('dialog', { name: 'Vitals minute' });
  for (const digit of digits) await minute.getByRole('button', { name: digit, exact: true }).click();
  await minute.getByRole('button', { name: /Keep and bring/ }).click();
  await expect(minute).toHaveCount(0);
}

/** The whole list; all the same where the clinic's stay is not over. */
async function leave(page: Page, info: TestInfo, refused: boolean): Promise<void> {
  await clockOf(page).getByRole('button', { name: 'Leaving', exact: true }).click();
  const leaving = page.getByRole('dialog', { name: 'Before they leave' });
  for (const box of await leaving.getByRole('checkbox').all()) await box.check({ force: true });
  if (refused) {
    await expect(leaving.getByRole('button', { name: /Has left/ })).toBeDisabled();
    await leaving.getByRole('radio', { name: 'As agreed with the prescriber' }).check({ force: true });
  }
  await keep(page, info, '4-leaving');
  await leaving.getByRole('button', { name: /Has left/ }).click();
  await expect(clockOf(page).getByText(/left at \d\d:\d\d/)).toBeVisible();
}

interface Document {
  readonly log: readonly { readonly type: string }[];
  readonly record: { readonly sheet?: object };
  readonly chain: { readonly state: string };
}

async function fileOf(page: Page, name: RegExp): Promise<unknown> {
  const coming = page.waitForEvent('download');
  await tap(page, name);
  return JSON.parse(await readFile(await (await coming).path(), 'utf8')) as unknown;
}

for (const { name, give, minutes } of ROUTES)
  test(`${name}: from the sheet to the record, by the book`, async ({ page }, info) => {
    test.setTimeout(180_000);
    const nasal = name === 'Nasal spray';
    await clockAhead(page);
    await prepare(page, info, name);
    await tap(page, /^Begin$/); // nothing is open: nothing is asked
    await expect(page.getByText(/sound runs, saved/)).toBeVisible();
    await measure(page, '118767497');
    await give(page);
    const given = nasal ? 10 : 0;
    await pass(page, 14 - given);
    await tap(page, /Next phase/);
    await tap(page, /Hold here/);
    await pass(page, 40 - 14);
    await expect(page.getByRole('heading', { name: 'Peak' })).toBeVisible();
    if (nasal) await expect(clockOf(page)).toContainText(/Vitals at 40 min.*due/);
    await measure(page, '131847796');
    await keep(page, info, '2-peak');
    await tap(page, /^Ground/);
    await tap(page, /^Ground/);
    await tap(page, /One step back/);
    await tap(page, /One step back/);
    await tap(page, /^Release/);
    await tap(page, /Coming back/);
    await expect(page.getByRole('heading', { name: 'Re-entry' })).toBeVisible();
    if (nasal) await leave(page, info, true);
    await pass(page, 31);
    await expect(page.getByRole('heading', { name: 'Rest' })).toBeVisible();
    await expect(page.getByText('To be kinder to myself')).toBeVisible();
    await keep(page, info, '3-rest');
    if (!nasal) {
      await pass(page, minutes - 40 - 31 > 15 ? 15 : 5);
      await measure(page, '122787097');
      await leave(page, info, false);
    }
    await end(page);
    await tap(page, /New session/);
    await page.getByRole('link', { name: 'Records', exact: true }).click();
    await page.getByRole('link', { name: new RegExp(`Open the record of ${name}`) }).click();
    await expect(
      page.getByRole('img', { name: new RegExp(`${name}.*preparation, onset, peak`) }),
    ).toBeVisible();
    await expect(page.locator('#app').getByText('Room 2').first()).toBeVisible();
    await keep(page, info, '5-record');
    const whole = (await fileOf(page, /Everything/)) as Document;
    expect(whole.chain.state).toBe('whole');
    expect(whole.record.sheet).toMatchObject({ label: 'Room 2', intention: 'To be kinder to myself' });
    const types = whole.log.map(({ type }) => type);
    expect(types).not.toContain('begun-despite');
    expect(types.filter((type) => type === 'device-started')).toHaveLength(nasal ? 3 : 0);
    expect(types.filter((type) => type === 'vitals-recorded')).toHaveLength(nasal ? 2 : 3);
    expect(types.filter((type) => type === 'left')).toHaveLength(1);
    const bundle = (await fileOf(page, /FHIR/)) as { entry: { resource: { resourceType: string } }[] };
    const kinds = new Set(bundle.entry.map(({ resource }) => resource.resourceType));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['Observation', 'Procedure']));
  });

test('Practice run: the same without medicine', async ({ page }, info) => {
  await page.goto('/#session');
  await page.getByRole('radio', { name: /Practice run/ }).check({ force: true });
  await tap(page, /^Begin$/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible(); // it has no list to go through
  await expect(page.getByRole('button', { name: /Medicine given/ })).toHaveCount(0);
  await tap(page, /Next phase/);
  await tap(page, /Coming back/);
  await keep(page, info, '1-re-entry');
  await end(page);
  await tap(page, /New session/);
  await page.getByRole('link', { name: 'Records', exact: true }).click();
  await page.getByRole('link', { name: /Open the record of Practice run/ }).click();
  await expect(page.locator('#app').getByText('from beginning to end')).toBeVisible();
  await keep(page, info, '2-record');
});
