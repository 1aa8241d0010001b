import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium, type Page } from '@playwright/test';
import { chromiumLaunch } from '../browsers.ts';

/** What Playwright, too, starts its browsers with: no sound card, no window, nothing that asks. */
const args = [
  ...['--headless', '--mute-audio', '--remote-debugging-port=0', '--no-default-browser-check'],
  ...['--password-store=basic', '--use-mock-keychain', '--disable-gpu', '--window-size=1180,820'],
  '--disable-features=OptimizationHints,OnDeviceModelService,Translate,MediaRouter', // each a process more
];

/** A person's browser with all that it keeps, which can be opened again after it was killed. */
export interface Profile {
  /**
   * Opens the browser at an address and, once the work is done, kills it as the system does when it needs the memory: no
   * process of it gets to do anything any more.
   */
  live<T>(address: string, work: (page: Page) => Promise<T>): Promise<T>;
  /** Everything that was kept, gone. */
  remove(): Promise<void>;
}

export async function newProfile(): Promise<Profile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'undertone-profile-'));
  return {
    live: (address, work) => live(folder, address, work),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

async function live<T>(folder: string, address: string, work: (page: Page) => Promise<T>): Promise<T> {
  const launch = chromiumLaunch(chromium.executablePath());
  const browser = spawn(
    launch.executablePath ?? chromium.executablePath(),
    [...launch.args, ...args, `--user-data-dir=${folder}`, 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const gone = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  const kill = () => {
    if (browser.pid !== undefined && browser.exitCode === null && browser.signalCode === null)
      process.kill(-browser.pid, 'SIGKILL');
  };
  process.once('exit', kill); // nor does it outlive a test that is stopped
  try {
    const connected = await chromium.connectOverCDP(await doorOf(browser.stderr));
    const [context] = connected.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (page === undefined) throw new Error('the browser has no page');
    await page.goto(address); // only now: who takes hold of a page that is just loading may wait for ever
    return await work(page);
  } finally {
    kill();
    process.off('exit', kill);
    await gone;
  }
}

/** Where the browser lets itself be driven; it says so once it is up. */
function doorOf(said: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    said.on('data', (words: Buffer) => {
      heard += words.toString();
      const door = /listening on (ws:\S+)/.exec(heard)?.[1];
      if (door !== undefined) resolve(door);
    });
    said.once('end', () => reject(new Error(`the browser did not start: ${heard}`)));
  });
}
