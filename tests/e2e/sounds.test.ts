import { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { wavFile } from '../helpers/audio/wav-file.ts';
import { beginPlanned, reloadKept, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';
import { heardLevel, listen } from './listening.ts';

const SAMPLE_RATE = 24_000;

/** A tone as a file, loud enough that it has to be turned down. */
async function tone(name: string, seconds: number) {
  const samples = Float32Array.from(
    { length: seconds * SAMPLE_RATE },
    (_, nth) => 0.5 * Math.sin((2 * Math.PI * 220 * nth) / SAMPLE_RATE),
  );
  return { name, mimeType: 'audio/wav', buffer: await bufferOf(wavFile(SAMPLE_RATE, samples)) };
}

async function bufferOf(file: Blob): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer());
}

async function bring(page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) {
  await page.locator('input[type=file]').setInputFiles(files);
}
const kept = (page: Page, title: string) => page.getByRole('button', { name: `Hear ${title}` });

/** The places are one click apart: the app is not loaded anew between them. */
async function toSession(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Session' }).click();
}

test('a sound that is brought along is kept, chosen, heard in a session and there after a reload', async ({
  page,
}) => {
  await listen(page);
  await page.goto('/#sounds');
  await expect(page.getByText(/There are none yet/)).toBeVisible();
  await bring(page, await tone('Slow strings.wav', 8));
  await expect(kept(page, 'Slow strings')).toBeVisible();
  await page.reload();
  await expect(kept(page, 'Slow strings')).toBeVisible();
  await toSession(page);
  await page.getByRole('checkbox', { name: 'Ocean' }).uncheck(); // once nothing moves any more
  await page.getByRole('checkbox', { name: 'Slow strings' }).check();
  await page.getByRole('radio', { name: 'silent' }).check({ force: true });
  await beginPlanned(page);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
  await expect.poll(() => heardLevel(page)).toBeGreaterThan(-60); // nothing else could sound
  await expect.poll(() => heardLevel(page)).toBeLessThan(-20); // it was brought at −9
  await page.reload();
  await tap(page, /Continue the session/);
  await expect.poll(() => heardLevel(page)).toBeGreaterThan(-60);
});

test('what cannot be taken in is told in one sentence, and what stands beside it is taken in', async ({
  page,
}) => {
  await listen(page);
  await page.goto('/#sounds');
  await bring(
    page,
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('not a sound') },
    {
      name: 'quiet.wav',
      mimeType: 'audio/wav',
      buffer: await bufferOf(wavFile(SAMPLE_RATE, new Float32Array(SAMPLE_RATE))),
    },
    await tone('Small gong.wav', 3),
  );
  await expect(page.getByText(/^notes.txt was not taken in: it is not a sound file/)).toBeVisible();
  await expect(page.getByText('quiet.wav was not taken in: there is only silence in it.')).toBeVisible();
  await expect(kept(page, 'Small gong')).toBeVisible();
  await tap(page, /Put away the word about notes.txt/);
  await expect(page.getByText(/^notes.txt/)).toHaveCount(0);
  await kept(page, 'Small gong').click();
  await expect(page.getByRole('button', { name: 'Stop Small gong' })).toBeVisible();
  await expect(kept(page, 'Small gong')).toBeVisible(); // it ends by itself
  await toSession(page);
  await page.getByRole('radio', { name: 'Small gong' }).check({ force: true }); // short enough to be a bell
  await page.getByRole('button', { name: 'Hear it' }).click();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  await expect.poll(() => heardLevel(page)).toBeGreaterThan(-60);
  await beginPlanned(page);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
});

test('a sound can be described, deleted and had back; what misses it says so before anything begins', async ({
  page,
}) => {
  await page.goto('/#sounds');
  await bring(page, await tone('Track 07.wav', 8));
  await page.getByText('Details').click();
  await page.getByLabel('Name').fill('River at night');
  await page.getByLabel('Name').press('Tab');
  await page.getByRole('radio', { name: 'nature' }).check({ force: true });
  await page.getByLabel(/From where/).fill('Recorded by me, free to use here');
  await page.getByLabel(/From where/).press('Tab');
  await expect(kept(page, 'River at night')).toBeVisible();
  await toSession(page);
  await page.getByRole('checkbox', { name: 'River at night' }).check();
  await page.getByLabel('A name for this mix').fill('Evenings');
  await tap(page, /Keep this mix/);
  await page.getByRole('link', { name: 'Sounds' }).click();
  await page.getByText('Details').click();
  await expect(page.getByLabel(/From where/)).toHaveValue('Recorded by me, free to use here');
  await tap(page, /Delete River at night/);
  await expect(page.getByText(/It is in the mix Evenings/)).toBeVisible();
  await tap(page, /^Undo/);
  await expect(kept(page, 'River at night')).toBeVisible();
  await page.getByText('Details').click();
  await tap(page, /Delete River at night/);
  await reloadKept(page); // what was being deleted is gone for good
  await expect(page.getByText(/There are none yet/)).toBeVisible();
  await toSession(page);
  await tap(page, /Evenings/);
  await expect(page.getByText('“River at night” is not on this device any more')).toBeVisible();
  await tap(page, /Leave out River at night/);
  await expect(page.getByText('“River at night” is not on this device any more')).toHaveCount(0);
  await beginPlanned(page);
  await expect(page.getByText(/sound runs, saved/)).toBeVisible();
});

for (const { name, viewport } of SCREENS)
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });
    test('the place can be read by everybody and handled by any hand', async ({ page }) => {
      await page.goto('/#sounds');
      await bring(page, await tone('Slow strings.wav', 2), {
        name: 'notes.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('not a sound'),
      });
      await expect(page.getByRole('alert')).toBeVisible();
      await page.getByText('Details').click();
      await readableByAll(page);
      await fitForHands(page);
    });
  });
