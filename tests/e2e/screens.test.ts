import { begin, end, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';

for (const { name, viewport } of SCREENS) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    test('every screen can be read by everybody and handled by any hand', async ({ page }) => {
      await page.goto('/#session');
      await expect(page.getByRole('button', { name: /^Begin/ })).toBeVisible();
      await readableByAll(page);
      await fitForHands(page);
      await begin(page, 'infusion');
      await tap(page, /Medicine given/);
      await expect(page.getByRole('heading', { name: 'Onset' })).toBeVisible();
      await readableByAll(page);
      await fitForHands(page);
      await tap(page, /Say a line/);
      await expect(page.getByRole('dialog')).toBeVisible();
      await readableByAll(page);
      await page.keyboard.press('Escape');
      await end(page);
      await readableByAll(page);
      await fitForHands(page);
    });

    test('so can a practice, while it is chosen and while it runs', async ({ page }) => {
      await page.goto('/#practice/choose');
      await expect(page.getByRole('button', { name: 'Left foot', exact: true })).toBeVisible();
      await readableByAll(page);
      await fitForHands(page);
      await tap(page, /^Begin/);
      await expect(page.getByText(/sound runs, saved/)).toBeVisible();
      await readableByAll(page);
      await fitForHands(page);
    });
  });
}

/** The places one goes to between sessions: the address, and the title that says it is there. The journal has tests of its own, by day too. */
const PLACES = [
  ['#/welcome', 'Welcome. What brings you here?'],
  ['#/session', 'Prepare a session'],
  ['#/session/rehearse', 'Rehearsal'],
  ['#/practice', 'Settle in, whenever you like'],
  ['#/practice/choose', 'Choose all of it'],
  ['#/days', 'Days'],
  ['#/records', 'Records'],
  ['#/sounds', 'Sounds of your own'],
  ['#/voices', 'Your own voice, line by line'],
  ['#/clinic', 'Clinic'],
  ['#/device', 'This device'],
] as const;

test('every place can be read by everybody, on a tablet by night and on a phone by day', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/#/welcome');
  for (const [hash, title] of PLACES) {
    await page.evaluate((to) => void (location.hash = to), hash);
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
    for (const [colorScheme, { viewport }] of [
      ['dark', SCREENS[0]],
      ['light', SCREENS[1]],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await readableByAll(page);
    }
  }
});

test('a session can be run from the keyboard alone', async ({ page }) => {
  await page.goto('/#session');
  await page.getByRole('button', { name: 'Begin', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Done, on paper' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Begin all the same' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await page.getByRole('button', { name: /Medicine given/ }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { name: 'Onset' })).toBeVisible();
  await page.getByRole('button', { name: /End session/ }).focus();
  await page.keyboard.down('Enter');
  await expect(page.getByRole('heading', { name: 'The session has ended' })).toBeVisible();
  await page.keyboard.up('Enter');
});

test('with reduced motion the breath is said in words', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await begin(page, 'practice run');
  await expect(page.getByText(/^(Breathe )?(in|out)$/i).first()).toBeVisible({ timeout: 40_000 });
});
