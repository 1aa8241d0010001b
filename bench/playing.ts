import type { Page } from '@playwright/test';
import type { Seconds } from '#session/units.ts';
import { begin } from './beginning.ts';
import { inFreshBrowser, type Pair } from './measuring.ts';
import { usageOf, usedBetween, usedBySound, type Usage } from './processor-time.ts';
import type { Site } from './site.ts';

const MINUTE: Seconds = 60;
/** Until the session has begun, its screen has come to rest and the compiler has done its work. */
const SETTLING: Seconds = 15;

export interface Playing {
  /** Processor seconds for a minute of playing, all processes of the browser. */
  readonly processor: Pair;
  /** Share of one core, in per cent, of the threads that make sound. */
  readonly sound: Pair;
}

/** App and floor play at the same time in two browsers: whatever else the machine does falls on both. */
export async function playing(site: Site): Promise<Playing> {
  const [app, floor] = await Promise.all([playedAMinute(site.app), playedAMinute(site.floor)]);
  return {
    processor: { app: usedBetween(...app), floor: usedBetween(...floor) },
    sound: { app: (100 * usedBySound(...app)) / MINUTE, floor: (100 * usedBySound(...floor)) / MINUTE },
  };
}

/** What was used before and after a minute in which nobody touched or looked into the page. */
function playedAMinute(url: string): Promise<[Usage, Usage]> {
  return inFreshBrowser(async (page, browser) => {
    await beginAt(page, url);
    await page.waitForTimeout(SETTLING * 1000);
    const before = await usageOf(browser);
    await page.waitForTimeout(MINUTE * 1000);
    return [before, await usageOf(browser)];
  });
}

async function beginAt(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForTimeout(5000);
  await begin(page);
}
