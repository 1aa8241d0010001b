import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import { sessionTimeOf } from '#session/units.ts';
import type { SessionEvent, EventBody } from '#session/log.ts';
import { build, preview } from 'vite';
import { chromiumLaunch } from '../tests/browsers.ts';

// Draws docs/live.png and, with a folder as argument, every screen in tablet and phone size into that folder:
// a session is put into the page's own database as if it had begun a while ago, and continued.

const MINUTE = 60;
const VIEWS = { tablet: { width: 1180, height: 820 }, phone: { width: 390, height: 844 } };

const folder = process.argv[2];
await build({ logLevel: 'error' });
const server = await preview({ logLevel: 'error', preview: { port: 4190 } });
const address = `${server.resolvedUrls?.local[0] ?? ''}#session`;
const browser = await chromium.launch(chromiumLaunch(chromium.executablePath()));
try {
  await drawLive(VIEWS.tablet, path.resolve(import.meta.dirname, '../docs/live.png'));
  if (folder !== undefined) await drawAll(folder);
} finally {
  await browser.close();
  await server.close();
}

async function drawLive(viewport: { width: number; height: number }, file: string): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.goto(address);
  await putSession(page, 52 * MINUTE);
  await page.reload();
  await page.getByRole('button', { name: /Continue/ }).click();
  await page.getByRole('button', { name: /Hold here/ }).waitFor();
  await settle(page);
  await page.screenshot({ path: file });
  return page;
}

async function drawAll(to: string): Promise<void> {
  for (const [name, viewport] of Object.entries(VIEWS)) {
    const start = await browser.newPage({ viewport });
    await start.goto(address);
    await start.getByRole('button', { name: /^Begin/ }).waitFor();
    await start.screenshot({ path: path.join(to, `${name}-start.png`) });
    await start.close();
    const page = await drawLive(viewport, path.join(to, `${name}-live.png`));
    await page.getByRole('button', { name: /Say a line/ }).click();
    await settle(page);
    await page.screenshot({ path: path.join(to, `${name}-lines.png`) });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /End session/ }).hover();
    await page.mouse.down();
    await page.getByRole('heading', { name: 'The session has ended' }).waitFor();
    await page.mouse.up();
    await settle(page);
    await page.screenshot({ path: path.join(to, `${name}-after.png`) });
    await page.close();
  }
}

/** Until nothing moves that will stop moving: the curve has settled and the fonts are there. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(
    (since) => performance.now() - since > 2500,
    await page.evaluate(() => performance.now()),
  );
}

/** Writes a nasal session into the page's database that began `ago` seconds before now. */
async function putSession(page: Page, ago: number): Promise<void> {
  const beganMs = Date.now() - ago * 1000;
  const plan = routes.nasal.build({ ...defaultChoices(routes.nasal), talk: 'full' });
  const events = logOf(beganMs, [
    [0, { type: 'started' }],
    [20.4 * MINUTE, { type: 'device-started', device: 1 }],
    [25.5 * MINUTE, { type: 'device-started', device: 2 }],
    [43 * MINUTE, { type: 'phase-advanced', to: 'peak', observed: true }],
    [45 * MINUTE, { type: 'noted', text: '', tag: 'smiling' }],
  ]);
  await page.evaluate(
    ({ session, log }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('undertone');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['sessions', 'events', 'alive'], 'readwrite');
          writing.objectStore('sessions').put(session, session.id);
          for (const event of log)
            writing.objectStore('events').put({ v: 1, event }, [session.id, event.seq]);
          writing.objectStore('alive').put({ at: session.aliveAt, wallMs: Date.now() }, session.id);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(new Error('not written'));
        };
      }),
    { session: { v: 1, id: 'picture', plan, beganMs, finished: false, aliveAt: ago - 1 }, log: events },
  );
}

function logOf(beganMs: number, places: readonly (readonly [at: number, body: EventBody])[]): SessionEvent[] {
  return places.map(([at, body], seq) => ({
    ...body,
    seq,
    at: sessionTimeOf(at),
    wallMs: beganMs + at * 1000,
  }));
}
