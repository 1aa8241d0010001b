import path from 'node:path';
import type { Page } from '@playwright/test';
import { manyPages } from '../tests/helpers/journal.ts';
import { inFreshBrowser, inTurns, mainThread, median, type Pair } from './measuring.ts';
import type { Site } from './site.ts';

const inPage = path.join(import.meta.dirname, 'in-page/seen-after.js');
const PAGES = 2000;
const ROUNDS = 7;

/** Milliseconds. Those of the processor are of the page's main thread, which a busy machine hardly moves. */
export interface JournalSpeed {
  /** From a tap on *Journal* until its pages can be seen, beside reading as many records with one request. */
  readonly opened: Pair;
  readonly openedProcessor: number;
  /** From a word in the search until what it finds can be seen; the first one reads all texts. The same floor. */
  readonly found: Pair;
  readonly foundProcessor: number;
}

export function journalSpeed(site: Site): Promise<JournalSpeed> {
  return inFreshBrowser(async (page) => {
    await page.addInitScript({ path: inPage });
    await page.goto(site.app);
    await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
    await page.waitForTimeout(5000); // what is fetched behind the first view has come
    await fill(page);
    const processor = await mainThread(page);
    const opened: number[] = [];
    const found: number[] = [];
    const open = async (): Promise<number> => {
      await leave(page);
      let wall = 0;
      opened.push(await processor(async () => (wall = await seenAfter(page, {}))));
      return wall;
    };
    const find = async (): Promise<number> => {
      await open(); // nothing has been read for searching
      let wall = 0;
      found.push(await processor(async () => (wall = await seenAfter(page, { words: 'lighthouse' }))));
      return wall;
    };
    const beside = (app: () => Promise<number>) =>
      inTurns(ROUNDS, (which) => (which === 'floor' ? page.evaluate(readAll) : app()));
    const pairs = { opened: await beside(open), found: await beside(find) };
    return { ...pairs, openedProcessor: median(opened), foundProcessor: median(found) };
  });
}

/** Years of pages, as the app stores them. */
function fill(page: Page): Promise<void> {
  return page.evaluate(
    (pages) =>
      new Promise<void>((resolve) => {
        const opened = indexedDB.open('undertone');
        opened.onsuccess = () => {
          const writing = opened.result.transaction('pages', 'readwrite');
          for (const each of pages) writing.objectStore('pages').put({ v: 1, ...each }, each.id);
          writing.oncomplete = () => {
            opened.result.close();
            resolve();
          };
        };
      }),
    manyPages(PAGES, Date.now()),
  );
}

/** What any way of showing them has to do first: the same records, read with one request. */
function readAll(): Promise<number> {
  return new Promise((resolve) => {
    const opened = indexedDB.open('undertone');
    opened.onsuccess = () => {
      const from = performance.now();
      const all = opened.result.transaction('pages').objectStore('pages').getAll();
      all.onsuccess = () => {
        opened.result.close();
        resolve(performance.now() - from);
      };
    };
  });
}

/** To where opening the journal begins. */
async function leave(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Session', exact: true }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
}

/** In the page's own words: bench/in-page/seen-after.js. */
function seenAfter(page: Page, act: { readonly words?: string }): Promise<number> {
  return page.evaluate(
    (asked) =>
      (window as unknown as { seenAfter(act: { readonly words?: string }): Promise<number> }).seenAfter(
        asked,
      ),
    act,
  );
}
