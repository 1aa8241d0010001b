import { existsSync } from 'node:fs';
import { systemChromium } from '../scripts/chromium.js';

/** Debian's Chromium runs as root only without its sandbox, and must not call home. */
const args = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream', // a microphone that beeps once a second
  '--use-fake-ui-for-media-stream',
];

/**
 * How to launch the test browser: Playwright's own if it is installed (`bundled`), else the system's.
 * Sound runs in real time without a sound card. Autoplay stays forbidden, as it is for people: tests tap.
 */
export function chromiumLaunch(bundled: string): { executablePath?: string; args: string[] } {
  const system = systemChromium();
  return existsSync(bundled) || system === undefined ? { args } : { executablePath: system, args };
}
