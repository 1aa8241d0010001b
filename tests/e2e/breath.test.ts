import type { Page } from '@playwright/test';
import { begin, beginPlanned, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';

interface Pulse {
  readonly at: number;
  readonly pulse: string;
}

/** A device that can be felt: what the page asked of it, in order. */
async function feel(page: Page): Promise<() => Promise<Pulse[]>> {
  await page.addInitScript(() => {
    const pulses: Pulse[] = [];
    Object.assign(window, { pulses });
    Object.defineProperty(Navigator.prototype, 'vibrate', {
      configurable: true,
      value: (pulse: number[]) => pulses.push({ at: performance.now(), pulse: pulse.join() }) > 0,
    });
  });
  return () => page.evaluate(() => (window as unknown as { pulses: Pulse[] }).pulses);
}

/** What the page's own database holds under a setting's key. */
function kept(page: Page, key: string): Promise<unknown> {
  return page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('undertone');
        opening.onerror = () => reject(opening.error ?? new Error('no database'));
        opening.onsuccess = () => {
          const getting = opening.result.transaction('settings').objectStore('settings').get(name);
          getting.onerror = () => reject(getting.error ?? new Error('no setting'));
          getting.onsuccess = () => {
            opening.result.close();
            resolve(getting.result);
          };
        };
      }),
    key,
  );
}

async function openBreaths(page: Page, route: RegExp): Promise<void> {
  await page.goto('/#session');
  await page.getByRole('radio', { name: route }).check({ force: true });
  await tap(page, /Choose another breath/);
  await expect(page.getByRole('radio', { name: 'Extended exhale' })).toBeVisible();
}

/** The figure's word, asked for at every frame: the little more of a quick breath lasts a fifth of a second. */
async function wordOfBreath(page: Page, word: string): Promise<void> {
  const saying = (wanted: string) =>
    [...document.querySelectorAll('.breath span')].some((each) => each.textContent === wanted);
  await page.waitForFunction(saying, word, { polling: 'raf', timeout: 10_000 });
}

/** Taps along a quick breath: no faster than two taps may come without being one. */
async function tapAlong(page: Page, taps: number): Promise<void> {
  let last = 0;
  for (let nth = 0; nth < taps; nth++) {
    await expect.poll(() => Date.now() - last, { intervals: [50] }).toBeGreaterThan(1250);
    last = Date.now();
    await page.keyboard.press('Space');
  }
}

test('a pattern of one’s own, begun at one’s own pace, is heard, seen and felt', async ({ page }) => {
  const pulses = await feel(page);
  await openBreaths(page, /practice run/i);
  await tap(page, /Make a pattern/);
  const length = (name: string) => page.getByRole('spinbutton', { name });
  for (let step = 0; step < 5; step++) await tap(page, /^In, less/);
  await expect(length('In')).toHaveText('3.5 s');
  await length('Out').focus();
  await page.keyboard.press('ArrowUp');
  await expect(length('Out')).toHaveText('6.1 s');
  // Held, a button goes on by itself; from none it begins at the shortest a part may be.
  await page.getByRole('button', { name: /^A little more, more/ }).hover();
  await page.mouse.down();
  await expect(length('A little more')).toHaveText(/^[1-9]/);
  await page.mouse.up();
  await length('A little more').focus();
  await page.keyboard.press('Home');
  await expect(length('A little more')).toHaveText('none');
  await page.keyboard.press('ArrowUp');
  await expect(length('A little more')).toHaveText('0.5 s');
  await tap(page, /^Keep it/);
  await expect(page.getByText('Give it a name to keep it.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Evening tide');
  await tap(page, /^Keep it/);
  await expect(page.getByRole('radio', { name: 'Evening tide' })).toBeChecked();

  await tap(page, /^Tap along/);
  await tapAlong(page, 5);
  await expect(page.getByText(/That is brisk, and that is all right/)).toBeVisible();
  await tap(page, /^Done/);
  await expect(page.getByText('Begins at 20 a minute')).toBeVisible();
  await tap(page, /^Close/);
  await page.getByRole('checkbox', { name: /Feel the breath/ }).check({ force: true });

  await beginPlanned(page);
  const figure = page.getByRole('button', { name: 'Show the breath large' });
  await expect(figure).toBeVisible({ timeout: 40_000 });
  for (const word of ['in', 'a little more', 'out']) await wordOfBreath(page, word);
  await figure.click();
  await expect(page.getByRole('heading', { name: 'Evening tide' })).toBeVisible();
  await expect(page.getByText(/breaths a minute, slowing to 5\.\d/)).toBeVisible();
  // The first is what it feels like, when it was chosen. One that would be late is dropped, so not every breath counts.
  const felt = async () => (await pulses()).slice(1);
  const inOrder = /(70 35 45,110,45 ){2}/;
  await expect
    .poll(async () => (await felt()).map(({ pulse }) => `${pulse} `).join(''), { timeout: 25_000 })
    .toMatch(inOrder);
  const ins = (await felt()).filter(({ pulse }) => pulse === '70').map(({ at }) => at);
  const gaps = ins.slice(1).map((at, nth) => (at - (ins[nth] ?? 0)) / 1000);
  // Twenty a minute and a little slower, or a breath that was dropped between two.
  for (const gap of gaps) expect(Math.abs(gap - 3.03 * Math.round(gap / 3.03))).toBeLessThan(0.5);
});

test('a pattern that is deleted can be had back, and is there the next time', async ({ page }) => {
  await openBreaths(page, /infusion/i);
  await tap(page, /Make a pattern/);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mine');
  await page.keyboard.press('Enter');
  const mine = page.getByRole('radio', { name: 'Mine' });
  await expect(mine).toBeChecked();
  await tap(page, /Change Mine/);
  await tap(page, /^Delete/);
  await expect(page.getByText('Mine is deleted.')).toBeVisible();
  await expect(mine).toHaveCount(0);
  await tap(page, /^Undo/);
  await expect(mine).toBeVisible();
  await tap(page, /^Close/);
  const touch = page.getByRole('checkbox', { name: /Feel the breath/ });
  await touch.check({ force: true });
  await expect.poll(() => kept(page, 'vibration')).toBe(true);
  await page.reload();
  await expect(touch).toBeChecked();
  await tap(page, /Choose another breath/);
  await expect(mine).toBeVisible();
  // Nobody has to find out by trying what may not be led where.
  await expect(page.getByRole('radio', { name: 'Cyclic sigh' })).toBeDisabled();
  await page.getByRole('radio', { name: 'Box' }).check({ force: true });
  await tap(page, /^Close/);
  await expect(page.getByRole('button', { name: /In the preparation: Box/ })).toBeVisible();
  await tap(page, /In the onset: Extended exhale/);
  await expect(page.getByRole('radio', { name: 'Box' })).toBeDisabled();
  await expect(page.getByText('From the medicine to re-entry no breath is held.').first()).toBeVisible();
});

for (const { name, viewport } of SCREENS) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });
    test('choosing, making and tapping can be read by everybody and handled by any hand', async ({
      page,
    }) => {
      await openBreaths(page, /practice run/i);
      for (const way of [/Make a pattern/, /^Back/, /^Tap along/]) {
        await readableByAll(page);
        await fitForHands(page);
        await tap(page, way);
      }
      await readableByAll(page);
      await fitForHands(page);
    });
  });
}

/** Whether there is nothing to see at all: the brightest of all pixels of a screenshot. */
async function brightest(page: Page): Promise<number> {
  const shot = (await page.screenshot()).toString('base64');
  return page.evaluate(async (png): Promise<number> => {
    const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const values = [...(context?.getImageData(0, 0, image.width, image.height).data ?? [255])];
    return values.reduce((most, value, nth) => (nth % 4 === 3 ? most : Math.max(most, value)), 0);
  }, shot);
}

test.describe('in the dark', () => {
  test.use({ viewport: { width: 1180, height: 820 }, hasTouch: true });

  test('there is nothing to see; a touch offers two choices for a while, by hand', async ({ page }) => {
    await begin(page, 'practice run');
    await page.getByRole('button', { name: 'Dark screen' }).tap();
    const stay = page.getByRole('button', { name: 'Stay dark' });
    const light = page.getByRole('button', { name: 'Light again' });
    await expect.poll(() => brightest(page)).toBe(0);
    expect(await page.getByRole('dialog').evaluate((dark) => getComputedStyle(dark).cursor)).toBe('none');
    await page.touchscreen.tap(600, 200);
    await expect(stay).toBeVisible();
    await readableByAll(page);
    await page.touchscreen.tap(600, 200); // that may have taken longer than the choices stay
    await stay.tap();
    await expect.poll(() => brightest(page)).toBe(0);
    await page.touchscreen.tap(600, 200);
    await expect(light).toBeVisible();
    await expect(light).toBeHidden({ timeout: 8000 }); // by itself
    await page.touchscreen.tap(600, 200);
    await light.tap();
    await expect(page.getByRole('button', { name: /Hold here/ })).toBeVisible();
    await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  });

  test('a key wakes it, Escape brings the light, and it says what it is', async ({ page }) => {
    await begin(page, 'practice run');
    const way = page.getByRole('button', { name: 'Dark screen' });
    await way.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'The screen is dark' })).toBeAttached();
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: 'Stay dark' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => brightest(page)).toBe(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: 'Onset' })).toBeVisible();
    await expect(way).toBeFocused();
  });

  // Session.svelte without `state === 'running'`: it stays dark while nobody hears anything
  test('there is light when the sound is lost', async ({ page }) => {
    await page.addInitScript(() => {
      const contexts: AudioContext[] = [];
      const Native = AudioContext;
      Object.assign(window, {
        contexts,
        AudioContext: class extends Native {
          constructor(options?: AudioContextOptions) {
            super(options);
            contexts.push(this);
          }
        },
      });
    });
    await begin(page, 'practice run');
    await tap(page, /^Dark screen/);
    const dark = () => document.querySelector('dialog[open]') !== null;
    await page.waitForFunction(dark);
    const light = page.waitForFunction(() => document.querySelector('dialog[open]') === null, undefined, {
      polling: 'raf',
      timeout: 20_000,
    });
    await page.evaluate(() => {
      for (const each of (window as unknown as { contexts: AudioContext[] }).contexts) void each.suspend();
    });
    await light;
    // It comes back by itself, and so does the dark.
    await page.waitForFunction(dark, undefined, { timeout: 20_000 });
  });

  test('a practice may begin in it', async ({ page }) => {
    await page.goto('/#session');
    await page.getByRole('radio', { name: /practice run/i }).check({ force: true });
    await page.getByRole('checkbox', { name: /Start in the dark/ }).check({ force: true });
    await tap(page, /^Begin/);
    await expect(page.getByRole('dialog', { name: 'Dark screen' })).toBeVisible();
    await expect.poll(() => brightest(page)).toBe(0);
  });
});
