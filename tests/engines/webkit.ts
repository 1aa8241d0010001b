import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { openSession, type WebDriver } from './webdriver.ts';

/** Debian's WebKitGTK, the nearest to Safari that a Linux machine has. */
const BROWSER = ['4.1', '4.0']
  .map((version) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`)
  .find((file) => existsSync(file));
const PORT = 4455;

/** Needs a display and a sound server in the environment, as `npm run engines` gives them. */
export async function openWebKit(): Promise<WebDriver> {
  const driver = spawn('WebKitWebDriver', [`--port=${PORT}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // its sandbox does not start as root; only our own pages are opened
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    },
  });
  const address = `http://127.0.0.1:${PORT}`;
  await until(() =>
    fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  const session = await openSession(address, {
    'webkitgtk:browserOptions': { binary: BROWSER, args: ['--automation'] },
  });
  return {
    ...session,
    async close() {
      await session.close();
      driver.kill();
    },
  };
}

async function until(met: () => Promise<boolean>): Promise<void> {
  const giveUp = Date.now() + 20_000;
  while (!(await met())) {
    if (Date.now() > giveUp) throw new Error('WebKitWebDriver does not answer');
    await new Promise((done) => setTimeout(done, 100));
  }
}
