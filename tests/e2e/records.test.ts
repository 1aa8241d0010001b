import type { Download, Page } from '@playwright/test';
import { begin, end, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { everyEventSession } from '../helpers/every-event.ts';
import { eventfulSession, putFinished } from '../helpers/finished.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';

test.use({ viewport: { width: 1180, height: 820 } });

async function textOf(download: Download): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** One tap, one file. */
async function taken(page: Page, name: RegExp): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await tap(page, name);
  const download = await coming;
  return { name: download.suggestedFilename(), text: await textOf(download) };
}

/** A device on which a session was finished days ago. */
async function withEventfulSession(page: Page): Promise<void> {
  await page.goto('/#session');
  await expect(page.getByRole('button', { name: /^Begin/ })).toBeVisible();
  const id = '3f2b8a54-1c3e-4f6a-9b1d-0a1b2c3d4e5f';
  await putFinished(page, eventfulSession(id, Date.UTC(2026, 10, 22, 13, 5)));
}

test('a session that has ended is in the list; it is opened, deleted and had back', async ({ page }) => {
  await begin(page, 'nasal');
  await tap(page, /Device 1 started/);
  await tap(page, /tearful/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await end(page);
  expect((await taken(page, /Table/)).text).toContain('device-started');
  await tap(page, /New session/);
  await page.getByRole('link', { name: 'Records', exact: true }).click();
  await page.getByRole('link', { name: /Open the record of Nasal spray/ }).click();
  const app = page.locator('#app');
  await expect(page.getByRole('img', { name: /Nasal spray.*preparation, onset/ })).toBeVisible();
  await expect(app.getByText(/entries are as they were written/)).toBeVisible();
  await expect(app.getByText('tearful').first()).toBeVisible();
  await page.getByRole('link', { name: 'All records' }).click();
  // Mutant: a page that stays beside the app -> red: each record that was looked at would be printed with the next.
  await expect(page.locator('.on-paper')).toHaveCount(0);
  await tap(page, /Delete the record/);
  await expect(page.getByText('The record is deleted.')).toBeVisible();
  await expect(page.getByRole('link', { name: /Open the record/ })).toHaveCount(0);
  await tap(page, /^Undo/);
  await page.getByRole('link', { name: /Open the record of Nasal spray/ }).click();
  await expect(app.getByText(/entries are as they were written/)).toBeVisible();
});

test('every form is one tap away, from the record and from the list', async ({ page }) => {
  await withEventfulSession(page);
  await page.goto('/#records');
  const coming = page.waitForEvent('download');
  await tap(page, /Take all along/);
  expect((await coming).suggestedFilename()).toBe('undertone-records.zip');
  await page.getByRole('link', { name: /Open the record/ }).click();
  const table = await taken(page, /Table/);
  expect(table.name).toMatch(/^undertone-2026-11-22-\d{4}\.csv$/);
  expect(table.text).toContain(',vital,diastolic,92,mm[Hg],\r\n');
  expect(table.text).toContain(',vital before correction,diastolic,29,mm[Hg],\r\n');
  const whole = JSON.parse((await taken(page, /Everything/)).text) as {
    chain: { state: string; links: unknown[] };
  };
  expect([whole.chain.state, whole.chain.links.length > 100]).toEqual(['whole', true]);
  const bundle = JSON.parse((await taken(page, /FHIR/)).text) as { resourceType: string; entry: unknown[] };
  expect([bundle.resourceType, bundle.entry.length]).toEqual(['Bundle', 14]);
});

test('it is found by its words, its route and its day', async ({ page }) => {
  await withEventfulSession(page);
  await page.goto('/#records');
  const lines = page.getByRole('link', { name: /Open the record/ });
  await expect(lines).toHaveCount(1);
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.fill('BLANKET nasal');
  await expect(lines).toHaveCount(1);
  await search.fill('infusion');
  await expect(page.getByText(/Nothing fits/)).toBeVisible();
  await tap(page, /Show all/);
  await page.getByRole('combobox', { name: 'Route' }).selectOption('lozenge');
  await expect(lines).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Route' }).selectOption('nasal');
  await page.getByLabel('From').fill('2026-11-23');
  await expect(lines).toHaveCount(0);
  await page.getByLabel('From').fill('2026-11-22');
  await expect(lines).toHaveCount(1);
});

test('what was changed in the store is told with its place, and can still be read', async ({ page }) => {
  await withEventfulSession(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('undertone');
        opening.onsuccess = () => {
          const events = opening.result.transaction('events', 'readwrite').objectStore('events');
          const all = events.openCursor();
          all.onsuccess = () => {
            const cursor = all.result;
            if (cursor === null) return;
            const stored = cursor.value as { event: { type: string; pulse?: number } };
            if (stored.event.pulse === 71)
              cursor.update({ ...stored, event: { ...stored.event, pulse: 61 } });
            cursor.continue();
          };
          events.transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await page.goto('/#records');
  await page.getByRole('link', { name: /Open the record/ }).click();
  await expect(page.locator('#app').getByText('Entry 2 was changed after it was written.')).toBeVisible();
  await expect(page.getByRole('cell', { name: '61', exact: true })).toBeVisible();
});

for (const { name, viewport } of SCREENS) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });
    test('the list and a record can be read by everybody and handled by any hand', async ({ page }) => {
      await withEventfulSession(page);
      await page.goto('/#records');
      await expect(page.getByRole('link', { name: /Open the record/ })).toBeVisible();
      await readableByAll(page);
      await fitForHands(page);
      await page.getByRole('link', { name: /Open the record/ }).click();
      await expect(page.getByRole('img', { name: /drawn as a tide/ })).toBeVisible();
      await readableByAll(page);
      await fitForHands(page);
    });
  });
}

test('what was checked stands in a table, and on a second page of paper', async ({ page }) => {
  await page.goto('/#session');
  await expect(page.getByRole('button', { name: /^Begin/ })).toBeVisible();
  await putFinished(
    page,
    everyEventSession('7d1e6c20-58ab-4d0f-8c3e-112233445566', Date.UTC(2026, 10, 23, 9)),
  );
  await page.goto('/#records');
  await page.getByRole('link', { name: /Open the record/ }).click();
  const checks = page.locator('#app').getByRole('region', { name: 'Checks' });
  const rows = [
    /Consent given\s*checked \d\d:01/,
    /On arrival\s*overruled because: as agreed/,
    /Last food 2 hours ago\s*overruled/,
    /A landing line.*switched off by the clinic/,
    /Before leaving\s*overruled because: the brother waits outside/,
    /earlier than the clinic’s stay\s*overruled/,
    /Somebody takes them home\s*open/,
  ];
  for (const row of rows) await expect(checks).toContainText(row);
  for (const { viewport } of SCREENS) {
    await page.setViewportSize(viewport);
    await readableByAll(page);
    await fitForHands(page);
  }
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
});

test('it prints on one page of A4', async ({ page }) => {
  await withEventfulSession(page);
  await page.goto('/#records');
  await page.getByRole('link', { name: /Open the record/ }).click();
  await expect(page.getByRole('img', { name: /drawn as a tide/ })).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.on-paper')).toBeVisible();
  await expect(page.locator('#app')).toBeHidden();
  const overflow = await page
    .locator('.on-paper')
    .evaluate((paper) => paper.scrollHeight - paper.clientHeight);
  expect(overflow).toBeLessThanOrEqual(0);
});
