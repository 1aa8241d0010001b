import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium, type Page } from '@playwright/test';
import { chromiumLaunch } from '../browsers.ts';
import { holdDown, tap } from './acts.ts';
import { expect, test } from './fixtures.ts';
import { fitForHands, readableByAll, SCREENS } from './for-everybody.ts';
import { unpacked } from './leveldb.ts';

const PASSPHRASE = 'tide and lantern';

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const locked = (page: Page) => page.getByLabel('Passphrase', { exact: true });

async function turnOn(page: Page): Promise<void> {
  await page.goto('/#/device');
  const lock = page.getByRole('region', { name: 'A lock' });
  await lock.getByLabel('A passphrase', { exact: true }).fill(PASSPHRASE);
  await lock.getByLabel('The same passphrase once more', { exact: true }).fill(PASSPHRASE);
  await lock.getByRole('button', { name: 'Turn the lock on' }).click();
  await expect(locked(page)).toBeVisible();
}
async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await locked(page).fill(passphrase);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}
async function writePage(page: Page, text: string): Promise<void> {
  await page.goto('/#journal');
  await field(page, 'Your words').fill(text);
  await expect(page.getByText('Kept on this device.')).toBeVisible();
}

for (const { name, viewport } of SCREENS)
  test(`locked, it says nothing of what is behind it, and opens with its passphrase (${name})`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await writePage(page, 'The lake was grey');
    await turnOn(page);
    expect((await page.locator('main').innerText()).replace(/\s+/g, ' ')).toMatch(
      /^Undertone Passphrase Show Open Forgotten it\?$/,
    );
    await readableByAll(page);
    await fitForHands(page);
    await unlock(page, 'tide and lanterns');
    await expect(page.getByRole('alert')).toContainText('does not open it');
    await unlock(page);
    await page.goto('/#journal'); // the same page: it stays open
    await expect(field(page, 'Your words')).toHaveValue('The lake was grey');
    await page.reload();
    await expect(locked(page)).toBeVisible();
    await tap(page, /Show/);
    await expect(locked(page)).toHaveAttribute('type', 'text');
  });

test('what is forgotten can be wiped, and a copy made before brings all of it back', async ({ page }) => {
  await writePage(page, 'The lake was grey');
  await page.goto('/#/device');
  const copy = page.getByRole('region', { name: 'A copy of everything' });
  await copy.getByLabel('A passphrase for the file', { exact: true }).fill('harbour at dusk');
  await copy.getByLabel('The same passphrase once more', { exact: true }).fill('harbour at dusk');
  const coming = page.waitForEvent('download');
  await copy.getByRole('button', { name: 'Make the file' }).click();
  const file = await (await coming).path();
  await turnOn(page);
  await page.getByText('Forgotten it?').click();
  await holdDown(page, /Delete everything here/, () => expect(locked(page)).toBeHidden());
  await page.goto('/#journal');
  await expect(field(page, 'Your words')).toHaveValue('');
  await page.goto('/#/device');
  await copy.locator('input[type=file]').setInputFiles(file);
  await copy.getByLabel('Its passphrase', { exact: true }).fill('harbour at dusk');
  await copy.getByRole('button', { name: 'Open the file' }).click();
  await expect(copy.getByText(/1 journal page/)).toBeVisible();
  await holdDown(page, /Replace everything here/, () =>
    expect(page.getByText('Everything from the file is on this device now.')).toBeVisible(),
  );
  await page.goto('/#journal');
  await expect(field(page, 'Your words')).toHaveValue('The lake was grey');
});

/** Twenty things that somebody might write; drawn anew, so that no file can have them by chance. */
function planted(): readonly string[] {
  return Array.from({ length: 20 }, () =>
    Buffer.from(crypto.getRandomValues(new Uint8Array(9)))
      .toString('base64url')
      .replace(/[-_]/g, 'x'),
  );
}

/** Some as tags of a clinic, the others in a page of the journal. */
async function plant(page: Page, words: readonly string[]): Promise<void> {
  const [tags, lines] = [words.slice(0, 6), words.slice(6)];
  await page.goto('/#clinic');
  for (const tag of tags) {
    await page.getByLabel('A tag of your own').fill(tag);
    await tap(page, /Add the tag/);
    await expect(page.getByRole('button', { name: new RegExp(tag) })).toBeVisible();
  }
  await writePage(page, lines.join('\n'));
}

/** Those of the words that stand anywhere in the files of a browser, in either of the ways it writes text. */
function found(profile: string, words: readonly string[]): readonly string[] {
  const all = readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(profile, file))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .flatMap((file) => unpacked(file, readFileSync(file)));
  return words.filter((word) => {
    // As bytes: as text, two bytes a letter would be looked for at even places only.
    const both = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
    return all.some((bytes) => both.some((written) => bytes.includes(written)));
  });
}

function processesOf(profile: string): readonly number[] {
  const { stdout } = spawnSync('pgrep', ['-f', `user-data-dir=${profile}`], { encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean).map(Number);
}

/** All its processes at once, as when the power goes. */
function kill(profile: string): void {
  for (const id of processesOf(profile)) process.kill(id, 'SIGKILL');
}

// Run with every long test: without the lock all twenty are found, so nothing that is read here is out of sight.
// Mutants: `turnOn` that only deletes the open database, one that has no brooms -> red: all twenty from before are found.
for (const isOn of process.env['LONG'] ? [true, false] : [true])
  test(`a killed browser's files hold ${isOn ? 'none of twenty things written before the lock, and none of twenty after' : 'all of twenty things written without the lock'}`, async ({
    baseURL,
  }) => {
    const profile = mkdtempSync(path.join(tmpdir(), 'undertone-profile-'));
    const context = await chromium.launchPersistentContext(profile, {
      ...chromiumLaunch(chromium.executablePath()),
      baseURL: baseURL ?? '',
      serviceWorkers: 'block',
    });
    const [before, words] = [planted(), planted()];
    try {
      const page = await context.newPage();
      if (isOn) {
        await writePage(page, before.join('\n'));
        await expect.poll(() => found(profile, before)).toEqual(before); // they are where they are looked for
        await turnOn(page);
        expect(found(profile, before)).toEqual([]);
        await unlock(page);
      }
      await plant(page, words);
      await page.waitForTimeout(2_000); // for what a browser writes down a little later
      kill(profile);
      await expect.poll(() => processesOf(profile)).toEqual([]);
      const there = found(profile, words);
      console.log(`${isOn ? 'with' : 'without'} the lock: ${there.length} of 20`);
      expect([...found(profile, before), ...there]).toEqual(isOn ? [] : words);
    } finally {
      await context.close().catch(() => undefined);
      rmSync(profile, { recursive: true, force: true });
    }
  });
