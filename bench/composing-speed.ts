import type { CDPSession, Page } from '@playwright/test';
import type { Work } from './composing-page.ts';
import { inFreshBrowser, median, type Pair } from './measuring.ts';

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
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const taken = (what: Work, times: number) => takenBy(page, session, what, times);
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

/** Milliseconds of processor time of the page's main thread: other processes of a busy machine hardly move it. */
async function takenBy(page: Page, session: CDPSession, what: Work, times: number): Promise<number> {
  const before = await taskSeconds(session);
  await page.evaluate(
    (asked) => {
      const bench = window as unknown as { work(what: Work, times: number): void };
      bench.work(asked.what, asked.times);
    },
    { what, times },
  );
  return ((await taskSeconds(session)) - before) * 1000;
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}
