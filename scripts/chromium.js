// Finds the browser the tests run in, and gets one where there is none.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { run } from './install.js';

const WINDOWLESS = '/usr/bin/chromium-headless-shell';
const WINDOWED = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** @param {(string | undefined)[]} files @returns the first that is there; PLAYWRIGHT_CHROMIUM names another */
const firstOf = (files) =>
  [process.env['PLAYWRIGHT_CHROMIUM'], ...files].find((file) => file && existsSync(file));

/**
 * The system's own Chromium, if there is one. First the one without windows, which Playwright's own is too: the other
 * draws its tabs and menus beside each page, and twenty tests take 211 s instead of 150.
 */
export const systemChromium = () => firstOf([WINDOWLESS, ...WINDOWED]);

/** The one with windows, of which one can stand before another: the other hides no page, and holds none back. */
export const windowedChromium = () => firstOf(WINDOWED);

const isRoot = () => process.getuid?.() === 0;

/** Where that is possible: as root, on Debian. @param {string[]} packages */
export function installByApt(packages) {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${packages.join(' and ')} …`);
  run('apt-get', ['update', '-qq']);
  const options = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=600', '--no-install-recommends'];
  run('apt-get', ['install', ...options, ...packages], { DEBIAN_FRONTEND: 'noninteractive' });
}

/** @returns {Promise<boolean>} whether there is a browser now */
export async function installChromium() {
  const { chromium } = await import('@playwright/test');
  const isBundled = () => existsSync(chromium.executablePath());
  if (isBundled()) return true;
  const packages = [
    ...(windowedChromium() === undefined ? ['chromium'] : []),
    ...(existsSync(WINDOWLESS) ? [] : ['chromium-headless-shell']),
  ];
  if (packages.length > 0) installByApt(packages);
  if (systemChromium() !== undefined) return true;
  return (
    run('npx', ['playwright', 'install', ...(isRoot() ? ['--with-deps'] : []), 'chromium']) && isBundled()
  );
}
