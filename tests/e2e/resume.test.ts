import process from 'node:process';
import type { Page } from '@playwright/test';
import { begin, end, saveRecord, storedEvents, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';

test.use({ viewport: { width: 1180, height: 820 } });

/** How many reloads; `npm run reliability` asks for two hundred. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 20);
const ACTS = [/tearful/, /smiling/, /restless/, /\+ 5 min/, /− 5 min/] as const;

/** The same pauses in every run: a failure can be looked at again. */
function pauses(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

// Mutant: `append` resolves before its transaction completes -> acknowledged events are missing after a reload.
test(`reloaded at ${ROUNDS} random moments, nothing that was called saved is lost`, async ({ page }) => {
  test.setTimeout(60_000 + ROUNDS * 10_000);
  const dice = pauses(20_261_122);
  await begin(page, 'infusion');
  await tap(page, /Medicine given/);
  let given = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const act = ACTS[Math.floor(dice() * ACTS.length)] ?? ACTS[0];
    await tap(page, act);
    given += 1;
    await expect(page.getByText(/sound runs, saved/)).toBeVisible();
    await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), dice() * 300);
    await page.reload();
    await tap(page, /Continue the session/);
    await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  }
  const stored = await storedEvents(page);
  expect(stored.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(stored.map((_, nth) => nth));
  const own = stored.filter(({ type }) => ['medicine-given', 'noted', 'phase-extended'].includes(type));
  expect(own).toHaveLength(given);
  await end(page);
  const record = await saveRecord(page);
  expect(record.log.filter(({ type }) => type === 'interrupted')).toHaveLength(ROUNDS);
  expect(record.log.filter(({ type }) => type === 'resumed')).toHaveLength(ROUNDS);
});

test('it comes back where the session is by the clock, not where it stopped', async ({ page }) => {
  await begin(page, 'injection');
  await tap(page, /Medicine given/);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  const before = Date.now();
  await page.goto('about:blank');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 4_000)));
  await page.goto('/');
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

/** The tab dies as it would by the system's hand: nothing of the page runs any more. */
async function killed(page: Page): Promise<Page> {
  const session = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined); // it cannot answer any more
  await gone;
  const next = await page.context().newPage();
  await page.close();
  await next.goto('/');
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
