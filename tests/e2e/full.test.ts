import type { Page } from '@playwright/test';
import { begin, end, saveRecord, storedEvents, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';

test.use({ viewport: { width: 1180, height: 820 } });

declare global {
  // The page's own disk, as full as the test has it.
  var diskFull: boolean;
}

/** Before the page is opened: its database can refuse as a full disk does (Chromium itself notices a quota late). */
async function disk(page: Page): Promise<{ full: (now: boolean) => Promise<void> }> {
  await page.addInitScript(() => {
    globalThis.diskFull = false;
    IDBObjectStore.prototype.put = new Proxy(
      Reflect.get(IDBObjectStore.prototype, 'put') as () => IDBRequest,
      {
        apply(put, store, given) {
          if (globalThis.diskFull) throw new DOMException('no room', 'QuotaExceededError');
          return Reflect.apply(put, store, given) as IDBRequest;
        },
      },
    );
  });
  return { full: (now) => page.evaluate((full) => void (globalThis.diskFull = full), now) };
}

test('[ST4] the disk is full in the middle of a session: told at once, taken along from there, kept when there is room', async ({
  page,
}) => {
  const { full } = await disk(page);
  await begin(page, 'injection');
  await tap(page, /Medicine given/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await full(true);
  await tap(page, /tearful/);
  const told = page.getByRole('alert');
  await expect(told).toContainText('The storage of this device is full.', { timeout: 2000 });
  await expect(page.getByText(/sound runs, not saved/)).toBeVisible();
  await tap(page, /smiling/);
  const inTheMiddle = await saveRecord(page);
  expect(inTheMiddle.log.filter(({ type }) => type === 'noted')).toHaveLength(2);
  expect((await storedEvents(page)).filter(({ type }) => type === 'noted')).toHaveLength(0);
  await end(page);
  await expect(told).toBeVisible();
  const { log } = await saveRecord(page);
  expect(log.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['started', 'medicine-given', 'noted', 'ended']),
  );
  await full(false);
  await expect(told).toBeHidden();
  expect((await storedEvents(page)).length).toBeGreaterThanOrEqual(log.length);
});
