import path from 'node:path';
import type { Seconds } from '#session/units.ts';
import { chooseWhatBeginsAtOnce } from './beginning.ts';
import { inFreshBrowser, inTurns, type Pair } from './measuring.ts';
import type { Site } from './site.ts';

const listening = path.join(import.meta.dirname, 'in-page/listening.js');
const ROUNDS = 5;
/** How long somebody reads the screen before the tap; the app makes its sounds meanwhile, the floor has none to make. */
const READING = { app: 5, floor: 1 } satisfies Record<keyof Pair, Seconds>;

/**
 * Milliseconds from the click on *Begin* to the first sample at the destination that is not zero. `touched`: the page
 * was tapped before, as by everybody who chooses something; the app opens the sound device on the first tap of all.
 */
export function tapToFirstSound(site: Site, before: 'touched' | 'untouched'): Promise<Pair> {
  return inTurns(ROUNDS, (which) =>
    inFreshBrowser(async (page) => {
      await page.addInitScript({ path: listening });
      await page.goto(site[which]);
      if (which === 'app') await chooseWhatBeginsAtOnce(page);
      await page.waitForTimeout(READING[which] * 1000);
      if (before === 'touched') await page.mouse.click(2, 2);
      await page.waitForTimeout(1000);
      await page.getByRole('button', { name: /^Begin/ }).click();
      const heard = await page.waitForFunction(
        () => (window as unknown as { tapToSound: number }).tapToSound,
      );
      return Number(await heard.jsonValue());
    }),
  );
}
