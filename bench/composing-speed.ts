import type { Page } from '@playwright/test';
import type { Work } from './composing-page.ts';
import { inFreshBrowser, mainThread, median, type Pair } from './measuring.ts';

const BROWSERS = 5;
const AGAIN = 100;

export interface ComposingSpeed {
  /** Milliseconds of processor time in a page that has never composed anything. */
  readonly first: number;
  /** The same once it is warm, beside reading the finished plan. */
  readonly again: Pair;
}

export async function composingSpeed(url: string): Promise<ComposingSpeed> {
  const rounds: { first: number; again: number; reading: number }[] = [];
  while (rounds.length < BROWSERS) rounds.push(await composedIn(url));
  return {
    first: median(rounds.map(({ first }) => first)),
    again: {
      app: median(rounds.map(({ again }) => again)),
      floor: median(rounds.map(({ reading }) => reading)),
    },
  };
}

function composedIn(url: string) {
  return inFreshBrowser(async (page) => {
    await page.goto(url);
    await page.waitForFunction(() => 'work' in window);
    const processor = await mainThread(page);
    const taken = (what: Work, times: number) => processor(() => work(page, what, times));
    const first = await taken('compose', 1);
    await taken('compose', AGAIN);
    await taken('read', AGAIN);
    return {
      first,
      again: (await taken('compose', AGAIN)) / AGAIN,
      reading: (await taken('read', AGAIN)) / AGAIN,
    };
  });
}

function work(page: Page, what: Work, times: number): Promise<void> {
  return page.evaluate(
    (asked) => {
      const bench = window as unknown as { work(what: Work, times: number): void };
      bench.work(asked.what, asked.times);
    },
    { what, times },
  );
}
