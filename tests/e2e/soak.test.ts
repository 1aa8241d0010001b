import process from 'node:process';
import type { CDPSession, Page } from '@playwright/test';
import { countAudioNodes, heldBy, type Held } from '../../bench/held.ts';
import { begin, end, saveRecord, tap, type SavedRecord } from './acts.ts';
import { expect, test } from './fixtures.ts';

/** How long it plays, in real time; `npm run reliability` asks for thirty, and nothing else does for any. */
const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 0);
const ACT_EVERY_MS = 15_000;
/** Until what is fetched and compiled only once has been. */
const SETTLING_MS = 30_000;

test.use({ viewport: { width: 1180, height: 820 } });

declare global {
  // Every audio context the page has made, held on to no longer than the page does.
  var contexts: WeakRef<AudioContext>[];
}

async function watchContexts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.contexts = [];
    const Native = AudioContext;
    globalThis.AudioContext = class extends Native {
      constructor(options?: AudioContextOptions) {
        super(options);
        globalThis.contexts.push(new WeakRef(this));
      }
    };
  });
}

/** How often the audio thread was late for the one that is heard, as the browser itself counts it. */
const underruns = (page: Page) =>
  page.evaluate(() => {
    type Stats = { readonly underrunEvents: number; readonly totalDuration: number };
    const running = globalThis.contexts.find((each) => each.deref()?.state === 'running')?.deref();
    const { underrunEvents, totalDuration } = Reflect.get(running ?? {}, 'playbackStats') as Stats;
    return { underrunEvents, totalDuration };
  });

const ACTS: readonly ((page: Page, nth: number) => Promise<void>)[] = [
  (page) => tap(page, /\+ 5 min/),
  (page) => tap(page, /tearful/),
  (page) => tap(page, /Hold here/),
  (page, nth) => page.getByRole('slider', { name: 'Bed' }).fill(String(60 + (nth % 30))),
  (page) => tap(page, /^Release/),
  (page) => tap(page, /− 5 min/),
  async (page) => {
    await tap(page, /Say a line/);
    await page
      .getByRole('dialog')
      .getByRole('button')
      .filter({ hasText: /You are here/ })
      .first()
      .click();
  },
];

/** Now and then an act, for so long; resolves with their number. */
async function live(page: Page, ms: number): Promise<number> {
  const until = Date.now() + ms;
  let nth = 0;
  for (; Date.now() < until; nth++) {
    await ACTS[nth % ACTS.length]?.(page, nth);
    await page.waitForTimeout(Math.min(ACT_EVERY_MS, Math.max(0, until - Date.now())));
  }
  return nth;
}

/** By how much the sound's own clock left the wall's, in seconds, from the first act to the last. */
function drift({ log }: SavedRecord): number {
  const offs = log
    .filter(({ type }) => ['noted', 'held', 'released', 'phase-extended'].includes(type))
    .map(({ at, wallMs }) => wallMs / 1000 - at);
  return Math.max(...offs) - Math.min(...offs);
}

/** What is held on to on the start screen, once all that sounded is over. */
async function heldAfter(page: Page, session: CDPSession, audioNodes: () => number): Promise<Held> {
  await page.getByRole('button', { name: 'New session' }).click();
  await expect(page.getByRole('button', { name: 'Begin', exact: true })).toBeVisible();
  const isQuiet = () =>
    page.evaluate(() => globalThis.contexts.every((each) => (each.deref()?.state ?? 'closed') === 'closed'));
  await expect.poll(isQuiet, { timeout: 60_000 }).toBe(true);
  return heldBy(session, audioNodes);
}

async function beginSession(page: Page): Promise<void> {
  await begin(page, 'injection');
  await tap(page, /Medicine given/);
}

/** Chromium holds on to the destination and the worklet of a context that is closed and gone, also in an empty page. */
const KEPT_BY_CHROMIUM = 2;

if (MINUTES > 0)
  // Mutant: the printed page of a record left beside the app (PrintPage.svelte), as it once was -> red: 278 nodes a session.
  // Mutant: the dialog of Sheet.svelte kept in a state, which holds on to the screen it stood in -> red: 10 nodes an act.
  test(`a session of ${MINUTES} minutes, in real time, never falters and leaves nothing behind`, async ({
    page,
  }) => {
    test.setTimeout((MINUTES + 8) * 60_000);
    const session = await page.context().newCDPSession(page);
    const audioNodes = await countAudioNodes(session);
    await watchContexts(page);
    await beginSession(page);
    await live(page, ACTS.length * ACT_EVERY_MS); // so that each act has been done once
    await end(page);
    await saveRecord(page);
    const before = await heldAfter(page, session, audioNodes);
    await beginSession(page);
    await live(page, SETTLING_MS);
    const early = await heldBy(session, audioNodes);
    const acts = await live(page, MINUTES * 60_000);
    const late = await heldBy(session, audioNodes);
    const { underrunEvents, totalDuration } = await underruns(page);
    await end(page);
    const record = await saveRecord(page);
    const after = await heldAfter(page, session, audioNodes);
    const grown = (of: keyof Held) => Math.round(after[of] - before[of]);
    console.log(
      `${MINUTES} minutes, ${acts} acts: heap ${Math.round(late.heapKilobytes - early.heapKilobytes)} KB more while it plays, ` +
        `${grown('heapKilobytes')} KB after it; DOM nodes ${before.domNodes} -> ${after.domNodes}, listeners ` +
        `${before.listeners} -> ${after.listeners}, audio nodes ${before.audioNodes} -> ${after.audioNodes}; ` +
        `${underrunEvents} underruns in ${Math.round(totalDuration)} s; ${drift(record).toFixed(3)} s off the wall clock`,
    );
    expect(late.heapKilobytes - early.heapKilobytes).toBeLessThan(2000);
    expect(grown('heapKilobytes')).toBeLessThan(2000);
    expect(grown('domNodes')).toBeLessThan(100);
    expect(grown('listeners')).toBeLessThanOrEqual(0);
    expect(grown('audioNodes')).toBeLessThanOrEqual(KEPT_BY_CHROMIUM);
    expect(record.log.filter(({ type }) => ['interrupted', 'cue-missed'].includes(type))).toEqual([]);
    expect(drift(record)).toBeLessThan(0.25);
    expect(underrunEvents).toBe(0); // with nothing else going on
  });
