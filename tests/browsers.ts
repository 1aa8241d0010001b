import { existsSync } from 'node:fs';
import { systemChromium, windowedChromium } from '../scripts/chromium.js';

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

interface Launch {
  executablePath?: string;
  args: string[];
}

/**
 * How to launch the test browser: Playwright's own if it is installed (`bundled`), else the system's.
 * Sound runs in real time without a sound card. Autoplay stays forbidden, as it is for people: tests tap.
 */
export function chromiumLaunch(bundled: string): Launch {
  const system = systemChromium();
  return existsSync(bundled) || system === undefined ? { args } : { executablePath: system, args };
}

/** The same for a page that is to be hidden. By itself Playwright takes the one of its two that has no windows. */
export function windowedLaunch(bundled: string): Launch {
  return { executablePath: existsSync(bundled) ? bundled : (windowedChromium() ?? bundled), args };
}
