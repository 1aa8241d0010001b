import type { Page } from '@playwright/test';
import { tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { readableByAll } from './for-everybody.ts';

declare global {
  // What the page has offered to a lock screen.
  var offered: Record<string, MediaSessionActionHandler | null>;
}

/** What a lock screen would ask, which no browser under test shows. */
async function lockScreen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.offered = {};
    const { mediaSession } = navigator;
    const offer = mediaSession.setActionHandler.bind(mediaSession);
    mediaSession.setActionHandler = (action, act) => {
      globalThis.offered[action] = act;
      offer(action, act);
    };
  });
}
const ask = (page: Page, action: MediaSessionAction) =>
  page.evaluate((asked) => globalThis.offered[asked]?.({ action: asked }), action);
const told = (page: Page) => page.evaluate(() => navigator.mediaSession.playbackState);

/** How bright the brightest point of the screen is, from 0 to 255. */
async function brightest(page: Page): Promise<number> {
  const shot = (await page.screenshot()).toString('base64');
  return page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, image.width, image.height) ?? {};
    return data.reduce((most, value, nth) => (nth % 4 === 3 ? most : Math.max(most, value)), 0);
  }, shot);
}

test.describe('a phone at night', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('goes black by itself; a touch shows the time, a hold pauses, the lock screen too; what ended goes on, by hand', async ({
    page,
  }) => {
    await lockScreen(page);
    await page.goto('/#practice');
    await tap(page, /^Begin/);
    await expect(page.getByText(/sound runs/)).toBeVisible();
    await expect(page.locator('.night.black')).toBeVisible({ timeout: 15_000 }); // Night says when; this, that it is so
    await expect.poll(() => brightest(page)).toBe(0);
    // A screen reader still has what lies under it.
    await expect(page.getByRole('button', { name: 'Silence' })).toBeAttached();

    await page.touchscreen.tap(195, 300);
    const pause = page.locator('.night').getByRole('button', { name: 'Pause', exact: true });
    await expect(pause).toBeVisible();
    expect(await brightest(page)).toBeLessThan(150);
    await page.touchscreen.tap(195, 200);
    await expect(pause).toBeVisible();
    expect(await told(page)).toBe('playing');
    await readableByAll(page);

    await page.mouse.move(195, 300);
    await page.mouse.down();
    await expect.poll(() => told(page)).toBe('paused');
    await page.mouse.up();
    await ask(page, 'play');
    await expect.poll(() => told(page)).toBe('playing');
    await ask(page, 'pause');
    await expect.poll(() => told(page)).toBe('paused');
    await page.touchscreen.tap(195, 300); // a slow machine has gone dark again meanwhile
    await page.locator('.night').getByRole('button', { name: 'Go on' }).tap();
    await expect.poll(() => told(page)).toBe('playing');

    await page.getByRole('button', { name: 'All controls' }).tap();
    await tap(page, /^Sleep/);
    await page.getByRole('radio', { name: '30 min' }).check({ force: true });
    await page.keyboard.press('Escape');
    await expect(page.getByText(/^in (29|30):\d\d$/)).toBeVisible();

    await tap(page, /Dark screen/);
    await ask(page, 'stop');
    await page.touchscreen.tap(195, 300);
    const goOn = page.locator('.night').getByRole('button', { name: 'Go on' });
    await expect(goOn).toBeVisible();
    expect(await brightest(page)).toBeLessThan(150);
    await goOn.tap();
    await expect.poll(() => told(page)).toBe('playing');
    await expect(page.getByRole('button', { name: 'Silence' })).toBeAttached();
  });

  test('any key wakes it and does nothing else; Escape brings the light, and so does a focus elsewhere', async ({
    page,
  }) => {
    await page.goto('/#practice');
    await tap(page, /^Begin/);
    await tap(page, /Dark screen/);
    await page.keyboard.press('Space');
    await expect(page.locator('.night').getByRole('button', { name: 'Pause', exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('.night')).toBeHidden();
    await tap(page, /Dark screen/);
    await expect(page.locator('.night')).toBeVisible();
    await page.getByRole('button', { name: 'Silence' }).focus();
    await expect(page.locator('.night')).toBeHidden();
  });
});
