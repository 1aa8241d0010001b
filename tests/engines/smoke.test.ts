import { firefox } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preview, type PreviewServer } from 'vite';
import { firefoxLaunch } from './firefox.ts';
import type { WebDriver } from './webdriver.ts';
import { openWebKit } from './webkit.ts';

type Hands = Pick<WebDriver, 'go' | 'run' | 'tap' | 'close'>;

async function openFirefox(): Promise<Hands> {
  const browser = await firefox.launch(firefoxLaunch);
  const page = await browser.newPage();
  return {
    go: async (address) => void (await page.goto(address)),
    run: (body) => page.evaluate(`(() => { ${body} })()`),
    tap: (xpath) => page.locator(`xpath=${xpath}`).first().click(),
    close: () => browser.close(),
  };
}

let served: PreviewServer;
beforeAll(async () => {
  served = await preview({ logLevel: 'silent', preview: { port: 0, strictPort: false } });
});
afterAll(() => served.close());

const button = (words: string) => `//button[.//text()[normalize-space() = '${words}']]`;
const text = (hands: Hands) => hands.run('return document.body.innerText');
const reads = (hands: Hands, pattern: RegExp) =>
  expect.poll(() => text(hands), { timeout: 30_000, interval: 200 }).toMatch(pattern);

// The build as it is served, headers and all: what a person does first, by real taps, with real sound.
describe.each([
  ['Firefox', openFirefox],
  ['WebKitGTK', openWebKit],
] as const)('in %s', (_, open) => {
  let hands: Hands;
  beforeAll(async () => {
    hands = await open();
  }, 60_000);
  afterAll(() => hands.close());
  const home = () => served.resolvedUrls?.local[0] ?? '';

  it('a session begins, moves on, and goes on after the page was loaded again', async () => {
    await hands.go(`${home()}#session`);
    await reads(hands, /Begin/);
    await hands.tap(button('Begin'));
    await reads(hands, /Done, on paper/);
    await hands.tap("//label[contains(., 'Done, on paper')]");
    await hands.tap(button('Begin all the same'));
    await reads(hands, /sound runs, saved/);
    await hands.tap(button('Medicine given'));
    await reads(hands, /Onset/);
    await hands.go(`${home()}#session`);
    await hands.run('location.reload()');
    await reads(hands, /Continue/);
    await hands.tap(button('Continue the session'));
    await reads(hands, /sound runs, saved/);
    await reads(hands, /Onset/);
  }, 120_000);
});
