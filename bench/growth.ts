import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Seconds } from '#session/units.ts';
import { begin } from './beginning.ts';
import { countAudioNodes, heldBy, type Held } from './held.ts';
import { inFreshBrowser } from './measuring.ts';
import type { Site } from './site.ts';

const fastSession = path.join(import.meta.dirname, 'in-page/fast-session.js');
const WARM_UP: Seconds = 300;
const HALF_AN_HOUR: Seconds = 1800;

export interface Growth {
  readonly before: Held;
  readonly after: Held;
  readonly acts: number;
}

/** The whole app lives through half an hour with an act every three seconds, its clock being an offline context's. */
export function growth(site: Site): Promise<Growth> {
  return inFreshBrowser(async (page) => {
    const session = await page.context().newCDPSession(page);
    const audioNodes = await countAudioNodes(session);
    await page.addInitScript({ path: fastSession });
    await page.goto(site.app);
    await page.waitForTimeout(5000);
    await begin(page);
    await page.getByText(/sound runs/).waitFor();
    await goBy(page, 2);
    await page.getByRole('button', { name: /Medicine given/ }).click();
    const warmedUp = await goBy(page, WARM_UP);
    const before = await heldBy(session, audioNodes);
    const acts = (await goBy(page, HALF_AN_HOUR)) - warmedUp;
    return { before, after: await heldBy(session, audioNodes), acts };
  });
}

/** Answers with the number of acts so far. */
function goBy(page: Page, duration: Seconds): Promise<number> {
  return page.evaluate(
    (seconds) => (window as unknown as { goBy(seconds: number): Promise<number> }).goBy(seconds),
    duration,
  );
}
