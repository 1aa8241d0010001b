import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { inFreshBrowser, inTurns, type Pair } from './measuring.ts';
import type { Site } from './site.ts';

const ROUNDS = 7;
const ENGINE = /\/engine-[^/]+\.js$/;

/** Kilobytes (1000 bytes); scripts, styles and page as gzip would send them, fonts as they are. */
export interface Shipped {
  readonly page: number;
  readonly scripts: number;
  readonly styles: number;
  readonly fonts: number;
  /** Scripts fetched behind the first view: the screens of a session. */
  readonly screens: number;
  /** And then the audio engine, with the worker that makes its sounds. */
  readonly engine: number;
}

interface Sent {
  readonly name: string;
  readonly body: Buffer;
}

/** What the browser really asks for. The scripts that the page itself names are those the first view waits for. */
export async function shipped(site: Site): Promise<Shipped> {
  const sent = await inFreshBrowser((page) => sentTo(page, site.app));
  const engineAt = sent.findIndex(({ name }) => ENGINE.test(name));
  if (engineAt < 0) throw new Error('the engine was not asked for: has its chunk another name now?');
  const isNamed = ({ name }: Sent) => sent[0]?.body.includes(new URL(name).pathname) === true;
  const isScript = ({ name }: Sent) => name.endsWith('.js');
  const before = sent.slice(0, engineAt).filter(isScript);
  return {
    page: packed(sent.slice(0, 1)),
    scripts: packed(before.filter(isNamed)),
    styles: packed(sent.filter((each) => each.name.endsWith('.css') && isNamed(each))),
    fonts: kilobytes(sent.filter(({ name }) => name.endsWith('.woff2')).map(({ body }) => body)),
    screens: packed(before.filter((each) => !isNamed(each))),
    engine: packed(sent.slice(engineAt).filter(isScript)),
  };
}

/** In the order it was asked for. */
async function sentTo(page: Page, url: string): Promise<Sent[]> {
  const asked: Promise<Sent>[] = [];
  page.on('request', (request) => {
    const bodyOf = async () => (await (await request.response())?.body()) ?? Buffer.alloc(0);
    asked.push(bodyOf().then((body) => ({ name: request.url(), body })));
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  return Promise.all(asked);
}

function packed(sent: readonly Sent[]): number {
  return kilobytes(sent.map(({ body }) => gzipSync(body, { level: 9 })));
}

function kilobytes(bodies: readonly Buffer[]): number {
  return bodies.reduce((sum, { length }) => sum + length, 0) / 1000;
}

/** Milliseconds from asking for the page to the first thing painted. */
export function timeToFirstView(site: Site): Promise<Pair> {
  return inTurns(ROUNDS, (which) =>
    inFreshBrowser(async (page) => {
      await page.goto(site[which]);
      const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
      return Number(await (await page.waitForFunction(painted)).jsonValue());
    }),
  );
}
