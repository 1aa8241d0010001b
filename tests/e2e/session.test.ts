import { begin, end, saveRecord, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';

test.use({ viewport: { width: 1180, height: 820 } });

test('a nasal session goes from preparation to its record, one tap an act', async ({ page }) => {
  await begin(page, 'nasal');
  await expect(page.getByRole('heading', { name: 'Preparation' })).toBeVisible();
  await tap(page, /Device 1 started/);
  await expect(page.getByRole('heading', { name: 'Onset' })).toBeVisible();
  await tap(page, /Device 2 started/);
  await tap(page, /Hold here/);
  await tap(page, /^Release/);
  await tap(page, /\+ 5 min/);
  await tap(page, /− 5 min/);
  await tap(page, /^Undo/);
  await tap(page, /^Ground/);
  await tap(page, /^Ground/);
  await tap(page, /One step back/);
  await tap(page, /One step back/);
  await page.getByRole('radio', { name: 'full' }).check({ force: true });
  await tap(page, /tearful/);
  await tap(page, /Say a line/);
  await page
    .getByRole('dialog')
    .getByRole('button')
    .filter({ hasText: /You are here/ })
    .first()
    .click();
  await expect(page.getByText('You are here.').first()).toBeVisible();
  await page.getByRole('slider', { name: 'Bed' }).fill('40');
  await tap(page, /Next phase/);
  await expect(page.getByRole('heading', { name: 'Peak' })).toBeVisible();
  await tap(page, /Coming back/);
  await expect(page.getByRole('heading', { name: 'Re-entry' })).toBeVisible();
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await end(page);
  const record = await saveRecord(page);
  expect(record.log.map(({ type }) => type).filter((type) => !type.startsWith('cue-'))).toEqual([
    'started',
    'begun-despite',
    'device-started',
    'device-started',
    'held',
    'released',
    'phase-extended',
    'phase-extended',
    'undone',
    'grounding-stepped',
    'grounding-stepped',
    'grounding-stepped',
    'grounding-stepped',
    'talk-changed',
    'noted',
    'line-played',
    'bus-level-changed',
    'phase-advanced',
    'phase-advanced',
    'ended',
  ]);
  await tap(page, /New session/);
  await expect(page.getByRole('heading', { name: 'Prepare a session' })).toBeVisible();
});
