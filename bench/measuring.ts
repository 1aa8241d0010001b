import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumLaunch } from '../tests/browsers.ts';

/** A browser that has never seen the page: nothing cached, no audio process running yet. */
export async function inFreshBrowser<Answer>(ask: (page: Page, browser: Browser) => Promise<Answer>) {
  const browser = await chromium.launch(chromiumLaunch(chromium.executablePath()));
  try {
    const page = await browser.newPage({ viewport: { width: 1180, height: 820 } });
    return await ask(page, browser);
  } finally {
    await browser.close();
  }
}

/** A figure of the app beside the same one of the floor page. */
export interface Pair {
  readonly app: number;
  readonly floor: number;
}

/** Medians of several rounds; app and floor take turns, so that a busy machine is busy for both. */
export async function inTurns(
  rounds: number,
  measure: (which: keyof Pair) => Promise<number>,
): Promise<Pair> {
  const app: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds; round++) {
    floor.push(await measure('floor'));
    app.push(await measure('app'));
  }
  return { app: median(app), floor: median(floor) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** Milliseconds of processor time of the page's main thread: other processes of a busy machine hardly move it. */
export async function mainThread(page: Page): Promise<(work: () => Promise<unknown>) => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const seconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  return async (work) => {
    const before = await seconds();
    await work();
    return ((await seconds()) - before) * 1000;
  };
}
