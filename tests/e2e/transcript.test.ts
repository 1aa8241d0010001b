import type { Page } from '@playwright/test';
import { begin, end, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { readableByAll } from './for-everybody.ts';

test.use({ viewport: { width: 390, height: 844 } });

async function saved(page: Page, name: string): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const download = await coming;
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return { name: download.suggestedFilename(), text: Buffer.concat(parts).toString('utf8') };
}

test('what will be said can be read before a session, and what was said be taken away after it', async ({
  page,
}) => {
  await page.goto('/#session');
  await tap(page, /Read what will be said/);
  const sheet = page.getByRole('dialog', { name: 'What will be said' });
  await expect(sheet.getByText('Hello, and welcome.')).toBeVisible();
  await readableByAll(page);
  const planned = await saved(page, 'As text');
  expect(planned.name).toBe('undertone-iv.txt');
  expect(planned.text).toMatch(/^Undertone: Infusion\nAs planned\n/);
  await page.keyboard.press('Escape');

  await begin(page, 'infusion');
  await tap(page, /Say a line/);
  await page.getByRole('dialog').getByRole('button', { name: 'You are here' }).first().click();
  await expect(page.getByText('last line, just now')).toBeVisible({ timeout: 20_000 });
  await end(page);
  const captions = await saved(page, 'As captions (WebVTT)');
  expect(captions.name).toMatch(/^undertone-\d{4}-\d\d-\d\d-\d{4}\.vtt$/);
  const cues = captions.text.split('\n\n').slice(2);
  expect(cues).toHaveLength(1);
  expect(cues[0]).toMatch(/^1\n00:00:\d\d\.\d{3} --> 00:00:\d\d\.\d{3}\nYou are here\.\n$/);
});
