import type { Page } from '@playwright/test';
import { begin, end, saveRecord, storedEvents, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';

test.use({ viewport: { width: 1180, height: 820 } });

test('it comes back where the session is by the clock, not where it stopped', async ({ page }) => {
  await begin(page, 'injection');
  await tap(page, /Medicine given/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  const before = Date.now();
  await page.goto('about:blank');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 4_000)));
  await page.goto('/#session');
  await tap(page, /Continue the session/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await end(page);
  const { log } = await saveRecord(page);
  const [interrupted, resumed] = ['interrupted', 'resumed'].map((type) =>
    log.find((event) => event.type === type),
  );
  expect((resumed?.at ?? 0) - (interrupted?.at ?? 0)).toBeGreaterThan(3.5);
  expect(resumed?.at ?? 0).toBeGreaterThan((before - (log[0]?.wallMs ?? 0)) / 1000 + 3.5);
});

// Mutant: `elsewhere` false -> red: the second tab offers to go on with what the first one plays.
test('[ST7] a second tab says that a session runs in the first, and goes on with it once that one is closed', async ({
  page,
  context,
}) => {
  await begin(page, 'practice run');
  const other = await context.newPage();
  await other.goto('/#session');
  await expect(other.getByRole('heading', { name: 'A session runs in another tab' })).toBeVisible();
  await expect(other.getByRole('button', { name: /Continue the session|End it here/ })).toHaveCount(0);
  await page.close();
  await tap(other, /Continue the session/);
  await expect(other.getByText(/sound runs, saved/)).toBeVisible();
});

// Mutant: what was found when the page was opened is believed at the tap -> red: both play it.
test('[ST7] of two tabs that both offer to go on with it, the second finds that it runs in the first', async ({
  page,
  context,
}) => {
  await begin(page, 'practice run');
  const others = [await context.newPage(), await context.newPage()] as const;
  await page.close();
  for (const other of others) {
    await other.goto('/#session');
    await expect(other.getByRole('button', { name: /Continue the session/ })).toBeVisible();
  }
  const [first, second] = others;
  await tap(first, /Continue the session/);
  await expect(first.getByText(/sound runs, saved/)).toBeVisible();
  await tap(second, /Continue the session/);
  await expect(second.getByRole('heading', { name: 'A session runs in another tab' })).toBeVisible();
  await end(first);
  const { log } = await saveRecord(first);
  expect(log.filter(({ type }) => type === 'resumed')).toHaveLength(1);
});

/** The tab dies as it would by the system's hand: nothing of the page runs any more. */
async function killed(page: Page): Promise<Page> {
  const session = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined); // it cannot answer any more
  await gone;
  const next = await page.context().newPage();
  await page.close();
  await next.goto('/#session');
  await tap(next, /Continue the session/);
  await expect(next.getByText(/sound runs, saved/)).toBeVisible();
  return next;
}

const TAPS: readonly (readonly [event: string, name: RegExp])[] = [
  ['device-started', /Device 1 started/],
  ['device-started', /Device 2 started/],
  ['noted', /tearful/],
  ['vitals-begun', /^Vitals$/],
  ['vitals-ended', /^Sound back/], // beside the clock: the sheet that was open went with the tab
  ['phase-advanced', /Next phase/],
  ['held', /Hold here/],
  ['grounding-stepped', /^Ground/],
  ['grounding-stepped', /One step back/],
  ['released', /^Release/],
  ['phase-advanced', /Coming back/],
];

test('a tab that is killed between any two taps of a nasal session loses none of them', async ({ page }) => {
  test.setTimeout(180_000);
  await begin(page, 'nasal');
  let tab = page;
  const given: string[] = [];
  for (const [event, name] of TAPS) {
    await tap(tab, name);
    given.push(event);
    await expect(tab.getByText(/sound runs, saved/)).toBeVisible();
    tab = await killed(tab);
    const stored = await storedEvents(tab);
    const kinds = new Set(TAPS.map(([kind]) => kind));
    const acts = stored.sort((a, b) => a.seq - b.seq).map(({ type }) => type);
    expect(acts.filter((type) => kinds.has(type))).toEqual(given);
  }
  await end(tab);
  expect((await saveRecord(tab)).log.filter(({ type }) => type === 'interrupted')).toHaveLength(TAPS.length);
});
