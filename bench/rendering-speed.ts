import type { Page } from '@playwright/test';
import type { Seconds } from '#session/units.ts';
import { inFreshBrowser, median } from './measuring.ts';
import { usageOf, usedBetween } from './processor-time.ts';
import type { SpeedJob } from './rendering-page.ts';

const ROUNDS = 3;
/** How much of the session is rendered, and from where: the middle of it, with all that was planned before and after. */
export const RENDERED: Seconds = 600;
const FROM: Seconds = 600;

const jobs = {
  ocean: { bed: 'ocean', beats: 'binaural', only: ['bed', 'beats', 'bell'], from: FROM, duration: RENDERED },
  noise: { bed: 'pink', beats: 'binaural', only: ['bed', 'beats'], from: FROM, duration: RENDERED },
} as const satisfies Record<string, SpeedJob>;

/** Seconds of sound for each second of processor time, all processes of the browser together. */
export async function renderingSpeed(url: string, what: keyof typeof jobs): Promise<number> {
  const speeds: number[] = [];
  while (speeds.length < ROUNDS) speeds.push(await speedOnce(url, jobs[what]));
  return median(speeds);
}

function speedOnce(url: string, job: SpeedJob): Promise<number> {
  return inFreshBrowser(async (page, browser) => {
    await page.goto(url);
    await page.waitForFunction(() => 'renderAndForget' in window);
    await render(page, { ...job, duration: 2 }); // makes the sounds
    const before = await usageOf(browser);
    const peak = await render(page, job);
    const used = usedBetween(before, await usageOf(browser));
    if (peak < 0.001) throw new Error('silence was rendered');
    return job.duration / used;
  });
}

function render(page: Page, job: SpeedJob): Promise<number> {
  return page.evaluate(
    (asked) =>
      (window as unknown as { renderAndForget(job: SpeedJob): Promise<number> }).renderAndForget(asked),
    job,
  );
}
