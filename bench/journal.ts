import type { Page } from '@playwright/test';
import { manyPages } from '../tests/helpers/journal.ts';
import { inFreshBrowser, inTurns, type Pair } from './measuring.ts';
import type { Site } from './site.ts';

const PAGES = 2000;
const ROUNDS = 7;

/** Milliseconds, each beside reading as many records from the same database with one request. */
export interface JournalSpeed {
  /** From a tap on *Journal* until its pages can be seen, the first time in a browser and then again. */
  readonly first: Pair;
  readonly again: Pair;
  /** From a letter in the search until what it finds can be seen: the first one, which reads all texts, and the next. */
  readonly search: Pair;
  readonly searchOn: Pair;
}

export function journalSpeed(site: Site): Promise<JournalSpeed> {
  return inFreshBrowser(async (page) => {
    await page.goto(site.app);
    await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
    await page.waitForTimeout(5000); // what is fetched behind the first view has come
    await fill(page);
    const floor = () => page.evaluate(readAll);
    const beside = (app: () => Promise<number>, rounds = ROUNDS) =>
      inTurns(rounds, (which) => (which === 'floor' ? floor() : app()));
    const first = await beside(() => opening(page), 1);
    return {
      first,
      again: await beside(() => opening(page)),
      search: await beside(async () => {
        await opening(page); // nothing has been read for searching
        return searching(page, 'lighthouse');
      }),
      searchOn: await beside(async () => {
        await searching(page, 'bell');
        return searching(page, 'bell lighthouse');
      }),
    };
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

async function opening(page: Page): Promise<number> {
  await page.getByRole('link', { name: 'Practice', exact: true }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
  return seenAfter(page, { open: true });
}

function searching(page: Page, words: string): Promise<number> {
  return seenAfter(page, { words });
}

/** The time from an act to the frame in which its pages, or another number of pages that were found, are there. */
function seenAfter(page: Page, act: { open: true } | { words: string }): Promise<number> {
  return page.evaluate(
    (asked) =>
      new Promise<number>((resolve) => {
        const told = () => document.querySelector('.pages [role="status"]')?.textContent;
        const before = told();
        const done = () =>
          'open' in asked ? document.querySelector('a[href^="#journal/"]') !== null : told() !== before;
        const from = performance.now();
        if ('open' in asked) location.hash = '#/journal';
        else {
          const search = document.querySelector<HTMLInputElement>('input[type="search"]');
          if (search) search.value = asked.words;
          search?.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
        const look = (): void => {
          if (done()) requestAnimationFrame(() => resolve(performance.now() - from));
          else requestAnimationFrame(look);
        };
        look();
      }),
    act,
  );
}
