// Finds the browser the tests run in, and gets one where there is none.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { run } from './install.js';

/** The system's own Chromium, if there is one. PLAYWRIGHT_CHROMIUM names another. */
export const systemChromium = () =>
  [process.env['PLAYWRIGHT_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (file) => file && existsSync(file),
  );

const isRoot = () => process.getuid?.() === 0;

function installByApt() {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return;
  run('apt-get', ['update', '-qq']);
  const options = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=600', '--no-install-recommends'];
  run('apt-get', ['install', ...options, 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' });
}

/** @returns {Promise<boolean>} whether there is a browser now */
export async function installChromium() {
  const { chromium } = await import('@playwright/test');
  const found = () => systemChromium() !== undefined || existsSync(chromium.executablePath());
  if (found()) return true;
  console.log('Installing Chromium for the tests …');
  installByApt();
  if (!found()) run('npx', ['playwright', 'install', ...(isRoot() ? ['--with-deps'] : []), 'chromium']);
  return found();
}
