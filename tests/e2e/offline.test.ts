import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { preview, type PreviewServer } from 'vite';
import { beginPlanned, end, reloadKept, tap } from './acts.ts';
import { expect, test as base } from './fixtures.ts';
import { heardLevel, listen } from './listening.ts';

/** A server of this test's own, which it may close and give another build to. */
interface Served {
  readonly address: string;
  close(): Promise<void>;
  /** From now on a newer version of the app is there. */
  release(): void;
}

const test = base.extend<{ served: Served }>({
  // eslint-disable-next-line no-empty-pattern -- a fixture has to say which others it wants: none
  served: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'undertone-'));
    cpSync('dist', folder, { recursive: true });
    let server: PreviewServer | undefined = await preview({
      logLevel: 'silent',
      build: { outDir: folder },
      preview: { port: 0, strictPort: false },
    });
    const close = async () => {
      await server?.close();
      server = undefined;
    };
    await use({
      address: server.resolvedUrls?.local[0] ?? '',
      close,
      release: () => release(folder),
    });
    await close();
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ served }, use) => use(served.address),
});

test.use({ serviceWorkers: 'allow', viewport: { width: 390, height: 844 } });
test.setTimeout(240_000); // each writes and reads 526 files

/** The same app with another title, in the way a build makes it: the page is new, and the service worker knows it. */
function release(folder: string): void {
  const [page, worker] = [path.join(folder, 'index.html'), path.join(folder, 'service-worker.js')];
  const revision = (file: string) => createHash('md5').update(readFileSync(file)).digest('hex');
  const before = revision(page);
  writeFileSync(page, readFileSync(page, 'utf8').replace('<title>Undertone', '<title>Newer Undertone'));
  const text = readFileSync(worker, 'utf8');
  expect(text).toContain(before);
  writeFileSync(worker, text.replace(before, revision(page)));
}

const ready = (page: Page) =>
  expect(page.getByText('Ready without a network')).toBeVisible({ timeout: 100_000 }); // 526 files are written and read

test.describe('with the network gone', () => {
  test.use({ excused: [/ERR_CONNECTION_REFUSED|ERR_FAILED|fetching the script/] });

  // Mutant: `keepSounds` leaves out every tenth sound -> no session begins, for its lines are not all there.
  test('after one visit everything is there: the app opens, a session begins, a practice speaks', async ({
    page,
    served,
  }) => {
    await listen(page);
    await page.goto(`${served.address}#session`);
    await ready(page);
    await served.close();
    await page.goto(`${served.address}#practice/choose`);
    await page.getByRole('button', { name: /^Begin/ }).click();
    await expect(page.getByText(/sound runs, saved/)).toBeVisible();
    await expect.poll(() => heardLevel(page), { timeout: 20_000 }).toBeGreaterThan(-60);
    await page.reload();
    await expect(page.getByRole('button', { name: /Continue/ })).toBeVisible();
    await page.goto(`${served.address}#voices`);
    await expect(page.getByRole('heading', { name: 'Guides' })).toBeVisible();
  });

  test('a journal that was never opened before is written, spoken, found and there again', async ({
    page,
    served,
  }) => {
    await page.goto(`${served.address}#session`);
    await ready(page);
    await served.close();
    await page.goto(`${served.address}#journal`);
    await page.getByRole('textbox', { name: 'Your words' }).fill('No network, and the sea');
    await tap(page, /^Speak it/);
    await expect(page.getByText(/^Listening/)).toBeVisible();
    await page.waitForFunction(
      (since) => performance.now() - since > 2200,
      await page.evaluate(() => performance.now()),
    );
    await tap(page, /^Stop$/);
    await expect(page.getByRole('button', { name: /^Hear what was spoken/ })).toBeVisible();
    await reloadKept(page);
    await page.getByRole('searchbox').fill('SEA');
    await expect(page.locator('mark')).toHaveText('sea');
    await expect(page.getByRole('complementary')).toContainText('your local emergency number');
    const coming = page.waitForEvent('download');
    await tap(page, /With all that was spoken/);
    expect((await coming).suggestedFilename()).toMatch(/\.zip$/);
  });
});

/** Changes one byte of a kept sound, as a bad disk would. */
function damage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const cache = await caches.open('sounds');
    const [first] = await cache.keys();
    if (first === undefined) throw new Error('nothing is kept');
    const kept = await cache.match(first);
    const bytes = new Uint8Array((await kept?.arrayBuffer()) ?? new ArrayBuffer());
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await cache.put(first, new Response(bytes));
    return first.url;
  });
}

const digestOf = (page: Page, url: string) =>
  page.evaluate(async (key) => {
    const kept = await (await caches.open('sounds')).match(key);
    const digest = await crypto.subtle.digest('SHA-256', (await kept?.arrayBuffer()) ?? new ArrayBuffer());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }, url);

// Mutant: what is kept counts as true without being read -> the damaged sound stays.
// Mutant: the service worker answers with the whole file -> 200.
test('a kept sound that was damaged is found and fetched again; who asks for a part of one gets that part', async ({
  page,
  served,
}) => {
  await page.goto(`${served.address}#session`);
  await ready(page);
  const url = await damage(page);
  expect(await digestOf(page, url)).not.toContain(new URL(url).searchParams.get('sha256') ?? '?');
  await page.reload(); // from the second visit on the service worker answers
  await ready(page);
  expect(await digestOf(page, url)).toContain(new URL(url).searchParams.get('sha256') ?? '?');
  const part = await page.evaluate(async () => {
    const response = await fetch('/audio/voice/en/bdl/welcome.here.mp3', {
      headers: { range: 'bytes=100-199' },
    });
    return {
      status: response.status,
      range: response.headers.get('content-range'),
      bytes: (await response.arrayBuffer()).byteLength,
    };
  });
  expect(part.status).toBe(206);
  expect(part.bytes).toBe(100);
  expect(part.range).toMatch(/^bytes 100-199\//);
});

test.describe('a newer version', () => {
  // Mutant: `skipWaiting` when the service worker is installed -> the page with the session loads again by itself.
  test('waits for a tap on the start screen, and for the session in another tab', async ({
    page,
    context,
    served,
  }) => {
    await page.goto(`${served.address}#session`);
    await ready(page);
    await beginPlanned(page);
    served.release();
    const other = await context.newPage();
    await other.goto(`${served.address}#session`);
    await other.reload(); // each visit looks whether there is something newer
    await expect(other.getByText('A newer version is here')).toBeVisible();
    await expect(other).toHaveTitle('Undertone');
    await tap(other, /Use it now/);
    await expect(other.getByText(/The newer version waits until it has ended/)).toBeVisible();
    await expect(page.getByText(/sound runs, saved/)).toBeVisible();
    await end(page);
    await other.reload();
    await tap(other, /Use it now/);
    await expect(other.getByText(/The newer version waits until it has ended/)).toBeVisible(); // the patient has yet to leave
    await tap(page, /New session/);
    await expect(other.getByText('A newer version is here')).toBeVisible({ timeout: 60_000 }); // once the sound has faded
    await tap(other, /Use it now/);
    await expect(other).toHaveTitle('Newer Undertone', { timeout: 60_000 });
  });
});
