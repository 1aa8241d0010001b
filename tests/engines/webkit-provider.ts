import { defineBrowserProvider } from '@vitest/browser';
import type { BrowserCommand, BrowserProvider } from 'vitest/node';
import type { WebDriver } from './webdriver.ts';
import { openWebKit } from './webkit.ts';

let session: WebDriver | undefined;

/** Lets Vitest run its tests in WebKitGTK: it only has to be opened at the page that runs them. */
export const webkit = () =>
  defineBrowserProvider({
    name: 'webkit',
    providerFactory: (): BrowserProvider => ({
      name: 'webkit',
      supportsParallelism: false,
      getCommandsContext: () => ({}),
      async openPage(_, url) {
        session ??= await openWebKit();
        await session.go(url);
      },
      async close() {
        await session?.close();
        session = undefined;
      },
    }),
  });

/** A tap of a person into the middle of the page, for the helpers of tests where Playwright is not there to tap. */
export const tapPage: BrowserCommand<[]> = async () => {
  const middle = await session?.run('return [innerWidth / 2, innerHeight / 2]');
  const [x, y] = middle as [number, number];
  await session?.tapAt(Math.round(x), Math.round(y));
};
