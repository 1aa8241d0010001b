import type { LaunchOptions } from '@playwright/test';

/** Debian's Firefox, which Playwright speaks to over WebDriver BiDi. Sound may begin only on a tap, as for people. */
export const firefoxLaunch: LaunchOptions = {
  channel: 'moz-firefox',
  executablePath: '/usr/bin/firefox-esr',
};
