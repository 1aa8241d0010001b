import process from 'node:process';
import { chromium, defineConfig, devices } from '@playwright/test';
import { chromiumLaunch } from './tests/browsers.ts';

const port = process.env['E2E_PORT'] ?? '4173';
const address = `http://localhost:${port}`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'reports/e2e',
  forbidOnly: !!process.env['CI'],
  fullyParallel: true,
  workers: 2,
  timeout: 120_000, // a slow machine is not a fault: what somebody would wait for is in each expectation
  expect: { timeout: 15_000 },
  reporter: 'list',
  // The app is asked of the server each time; offline.test.ts is the one that lets it be kept.
  // No trace: it took a quarter of the time, and a failure shows the page as it was; `--trace on` where that is not enough.
  use: { baseURL: address, serviceWorkers: 'block' },
  projects: [
    {
      name: 'chromium',
      use: { ...devices['Desktop Chrome'], launchOptions: chromiumLaunch(chromium.executablePath()) },
    },
  ],
  // Never a server that happens to run already: it might serve an older build.
  webServer: {
    command: `node_modules/.bin/vite preview --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
    stdout: 'ignore',
    env: { FORCE_COLOR: '0' }, // Playwright's own '1' makes Node warn beside NO_COLOR
  },
});
