import process from 'node:process';
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
