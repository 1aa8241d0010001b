import { allKept } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll } from './for-everybody.ts';
import { heardLevel, listen } from './listening.ts';

test.describe('on a phone, by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  // Mutant: `landing` leads home to 'session' -> the planner of a session is there after loading again.
  test('at home: three screens, a minute that is heard, and from then on the practices come first', async ({
    page,
  }) => {
    await listen(page);
    await page.goto('/');
    await expect(page.getByRole('heading', { name: /What brings you here/ })).toBeVisible();
    await readableByAll(page);
    await fitForHands(page);
    await page.getByRole('button', { name: /I practise at home/ }).tap();
    await expect(page.getByRole('button', { name: 'Hear the voice' })).toBeVisible();
    await readableByAll(page);
    await fitForHands(page);
    await page.getByRole('button', { name: 'Go on' }).tap();
    await page.getByRole('button', { name: 'Hear the minute' }).tap();
    await expect.poll(() => heardLevel(page), { timeout: 20_000 }).toBeGreaterThan(-60);
    await expect(page.getByText(/nothing to get right/)).toBeVisible();
    await readableByAll(page);
    await fitForHands(page);
    await page.getByRole('button', { name: 'Stop' }).tap();
    await page.getByRole('button', { name: 'To the practices' }).tap();
    const places = page.getByRole('navigation', { name: 'Places' });
    await expect(places.getByRole('link', { name: 'Practice' })).toHaveAttribute('aria-current', 'page');
    await expect(places.getByRole('link', { name: /Session|Clinic/ })).toHaveCount(0);

    await page.goto('about:blank');
    await page.goto('/');
    await page.getByRole('button', { name: /^Begin/ }).tap(); // the only tap to the first sound
    await expect.poll(() => heardLevel(page), { timeout: 20_000 }).toBeGreaterThan(-60);
  });
});

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 1180, height: 820 } });

  test('in a clinic, skipped through: the planner of a session, and no journal is offered', async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('button', { name: /I accompany sessions/ }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await expect(page.getByRole('button', { name: 'Begin', exact: true })).toBeVisible();
    const places = page.getByRole('navigation', { name: 'Places' });
    await expect(places.getByRole('link', { name: /Journal|Days/ })).toHaveCount(0);
    await places.getByRole('link', { name: 'This device' }).click();
    await readableByAll(page);
    await fitForHands(page);
    await page.getByRole('radio', { name: /I practise at home/ }).check({ force: true });
    await expect(places.getByRole('link', { name: 'Journal' })).toBeVisible();
    await page.evaluate(() => (location.hash = '#/session'));
    await expect(page.getByRole('heading', { name: /set up for home/ })).toBeVisible();
    await readableByAll(page);
  });

  test('who has used the app before is not stopped, but asked softly', async ({ page }) => {
    await page.goto('/#practice');
    await page.getByRole('button', { name: 'Keep as a favourite' }).first().click();
    await allKept(page);
    await page.goto('about:blank');
    await page.goto('/');
    await expect(page.getByRole('button', { name: 'Begin', exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Whose device is it?' })).toBeVisible();
  });
});
