import type { Page } from '@playwright/test';
import { storedEvents, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll } from './for-everybody.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

declare global {
  // Every element the page has asked to play.
  var elements: Set<HTMLMediaElement>;
}

/** Lets a test find the elements that play, which are in no document. */
async function watchElements(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.elements = new Set();
    const play: () => Promise<void> = Reflect.get(HTMLMediaElement.prototype, 'play');
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      globalThis.elements.add(this);
      return play.call(this);
    };
  });
}

const element = (page: Page) =>
  page.evaluate(() => {
    const [one] = globalThis.elements;
    return {
      place: one?.currentTime ?? -1,
      paused: one?.paused,
      count: globalThis.elements.size,
      source: one?.src,
    };
  });

/** As a lock screen sets it, or headphones. */
const fromOutside = (page: Page, act: 'play' | 'pause' | number) =>
  page.evaluate((asked) => {
    const [one] = globalThis.elements;
    if (one === undefined) throw new Error('expected an element that plays');
    if (asked === 'pause') one.pause();
    else if (asked === 'play') void one.play();
    else one.currentTime = asked;
  }, act);

/** The main thread does nothing else for so long; how far the element has come meanwhile. */
const whileBlocked = (page: Page, ms: number) =>
  page.evaluate(async (length) => {
    const [one] = globalThis.elements;
    const before = one?.currentTime ?? 0;
    const end = performance.now() + length;
    while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve));
    return (one?.currentTime ?? 0) - before;
  }, ms);

test('a practice is made into one recording, plays on while no code runs, and is kept like any other', async ({
  page,
}) => {
  await watchElements(page);
  await page.goto('/#practice/choose');
  await page.getByRole('spinbutton', { name: 'Minutes' }).press('Home');
  await page.getByRole('link', { name: 'For a locked phone' }).tap();
  await expect(page.getByRole('progressbar', { name: 'Making it ready' })).toBeVisible();
  await expect(page.getByText('You can lock the phone now.')).toBeVisible({ timeout: 50_000 });
  await fitForHands(page);
  await readableByAll(page);
  expect(await element(page)).toMatchObject({
    paused: false,
    count: 1,
    source: expect.stringMatching(/^blob:/),
  });
  expect(await whileBlocked(page, 3000)).toBeGreaterThan(2.5);
  await tap(page, /^Pause/);
  await expect(page.getByText('It waits here')).toBeVisible();
  await expect.poll(async () => (await element(page)).paused).toBe(true);
  await tap(page, /^Go on/);
  await expect.poll(async () => (await element(page)).paused).toBe(false);
  await fromOutside(page, 'pause');
  await expect(page.getByText('It waits here')).toBeVisible();
  await fromOutside(page, 'play');
  await expect(page.getByText('You can lock the phone now.')).toBeVisible();
  await fromOutside(page, 176);
  await expect(page.getByRole('heading', { name: 'The practice has ended' })).toBeVisible();
  await expect.poll(async () => (await storedEvents(page)).map(({ type }) => type)).toContain('ended');
  const types = (await storedEvents(page)).sort((one, other) => one.seq - other.seq).map(({ type }) => type);
  expect(types.filter((type) => type !== 'cue-sounded')).toEqual([
    'started',
    ...['interrupted', 'resumed', 'interrupted', 'resumed', 'interrupted', 'resumed'],
    'ended',
  ]);
});

const isResumed = ({ type }: { readonly type: string }) => type === 'resumed';

// Mutant: signs of life not written for what plays by itself -> fails: taken up at its beginning.
test('reloaded in its middle, it is taken up where it was', async ({ page }) => {
  await watchElements(page);
  await page.goto('/#practice/choose');
  await page.getByRole('spinbutton', { name: 'Minutes' }).press('Home');
  await page.getByRole('link', { name: 'For a locked phone' }).tap();
  await expect(page.getByText('You can lock the phone now.')).toBeVisible({ timeout: 50_000 });
  await fromOutside(page, 60);
  await expect.poll(async () => (await element(page)).place).toBeGreaterThan(66); // signs of life come now and then
  await page.reload();
  await tap(page, /Continue the session/);
  await expect.poll(async () => (await storedEvents(page)).filter(isResumed).length).toBe(2); // the first: passed over
  const [, again] = (await storedEvents(page))
    .filter(isResumed)
    .toSorted((one, other) => one.seq - other.seq);
  expect(again?.at).toBeGreaterThan(60);
  expect(again?.at).toBeLessThan(75);
});
