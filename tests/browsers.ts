import { existsSync } from 'node:fs';
import process from 'node:process';

/** Debian's Chromium runs as root only without its sandbox, and must not call home. */
const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * How to launch the test browser: PLAYWRIGHT_CHROMIUM names one; else Playwright's own if it is installed
 * (`bundled`); else the system's. Sound runs in real time without a sound card. Autoplay stays forbidden,
 * as it is for people: tests tap.
 */
export function chromiumLaunch(bundled: string): { executablePath?: string; args: string[] } {
  const wanted = process.env['PLAYWRIGHT_CHROMIUM'];
  if (wanted === undefined && existsSync(bundled)) return { args: quiet };
  const path = wanted ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => existsSync(file));
  return path === undefined ? { args: quiet } : { executablePath: path, args: quiet };
}
