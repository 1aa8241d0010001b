import { expect, type Locator, type Page } from '@playwright/test';

/** What hands do, in the words of the screen. */
export async function begin(page: Page, route: string): Promise<void> {
  await page.goto('/#session');
  await page.getByRole('radio', { name: new RegExp(route, 'i') }).check({ force: true });
  await beginPlanned(page);
}

/** Begins what is planned; what is still open on its list is overruled with a reason. */
export async function beginPlanned(page: Page, status = /sound runs, saved/): Promise<void> {
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  const running = page.getByText(status);
  const open = page.getByRole('dialog', { name: 'Before it begins' });
  await expect(running.or(open)).toBeVisible();
  if (await open.isVisible()) {
    await open.getByRole('radio', { name: 'Done, on paper' }).check({ force: true });
    await open.getByRole('button', { name: 'Begin all the same' }).click();
  }
  await expect(running).toBeVisible();
}

export async function tap(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
}

/** Presses and keeps pressing until the act is confirmed. */
export async function holdDown(
  page: Page,
  name: RegExp,
  confirmed: () => Promise<void>,
  within: Page | Locator = page,
): Promise<void> {
  const button = within.getByRole('button', { name });
  await button.focus(); // on a phone a practice may have gone dark meanwhile
  await button.hover();
  await page.mouse.down();
  await confirmed();
  await page.mouse.up();
}

export async function end(page: Page): Promise<void> {
  await holdDown(page, /End session/, () =>
    expect(page.getByRole('heading', { name: 'The session has ended' })).toBeVisible(),
  );
}

export interface SavedRecord {
  readonly format: string;
  readonly plan: { readonly id: string };
  readonly log: readonly {
    readonly type: string;
    readonly seq: number;
    readonly at: number;
    readonly wallMs: number;
  }[];
}

/** The record as the person gets it. */
export async function saveRecord(page: Page): Promise<SavedRecord> {
  const coming = page.waitForEvent('download');
  await tap(page, /Save the record/);
  const file = await (await coming).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of file) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as SavedRecord;
}

/** Events that the page's own database holds right now, by the words of the app's storage format. */
export function storedEvents(page: Page): Promise<{ seq: number; type: string; at: number }[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('undertone');
        opening.onerror = () => reject(opening.error ?? new Error('no database'));
        opening.onsuccess = () => {
          const all = opening.result.transaction('events').objectStore('events').getAll();
          all.onerror = () => reject(all.error ?? new Error('no events'));
          all.onsuccess = () => {
            opening.result.close();
            resolve(
              all.result.map(({ event }: { event: { seq: number; type: string; at: number } }) => event),
            );
          };
        };
      }),
  );
}

/** Loads the page again once all that was asked to be kept is on the disk. */
export async function reloadKept(page: Page): Promise<void> {
  await allKept(page);
  await page.reload();
}

/** Waits until all that was asked to be kept is on the disk: a test leaves a page sooner than any hand. */
export function allKept(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('undertone');
        opening.onerror = () => reject(opening.error ?? new Error('no database'));
        opening.onsuccess = () => {
          const { result: database } = opening;
          // Waits for every write before it on any of the stores.
          const last = database.transaction([...database.objectStoreNames], 'readwrite');
          last.onabort = () => reject(last.error ?? new Error('not written'));
          last.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
  );
}
