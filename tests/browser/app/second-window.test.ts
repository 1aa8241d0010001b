import { expect, it } from 'vitest';
import type { LiveSession } from '#app/live-session.svelte.ts';
import { PatientView } from '#app/patient/patient-view.svelte.ts';
import { SecondWindow } from '#app/patient/second-window.svelte.ts';
import { Watching } from '#app/patient/watching.svelte.ts';
import { openChannel, sharedMs } from '#platform/channel.ts';
import { FADES_MS, SILENT_AFTER_MS } from '#session/second-window.ts';
import { START, type SessionTime } from '#session/units.ts';
import { breathOf } from '#session/patient-view.ts';
import type { SessionLog } from '#session/log.ts';
import { shippedPlan, timelineOf } from '../../helpers/sessions.ts';

const plan = shippedPlan('practice-run');
let rooms = 0;

/** Windows that hear each other by real channels, and nobody else. */
function room() {
  const name = `test-${(rooms += 1)}`;
  const said: unknown[] = [];
  const opened: string[] = [];
  openChannel(name, (message) => said.push(message));
  const open = (_: string, onHeard: (message: unknown) => void) => openChannel(name, onHeard);

  async function page(id: string) {
    const done = () => Promise.resolve({ ok: true, value: undefined } as const);
    const settings = { load: () => Promise.resolve(undefined), keep: done };
    const view = new PatientView({ settings, fillScreen: () => ({ release: () => undefined }) });
    const ports = { openWindow: (hash: string) => void opened.push(hash), hasWindows: true };
    const second = new SecondWindow({ openChannel: open, sharedMs, ...ports }, view);
    await second.listen();
    const began = sharedMs();
    const heard = () => (60 + (sharedMs() - began) / 1000) as SessionTime;
    const session = (log: SessionLog = [], ended = false) => {
      const sound = { state: 'running', heard };
      return { id, plan, log, ended, timeline: timelineOf(plan, log), sound } as unknown as LiveSession;
    };
    return {
      view,
      second,
      heard,
      attend: (...args: Parameters<typeof session>) => second.attend(session(...args), () => undefined),
    };
  }

  /** `ahead`: how far its clock is from the others'. */
  function beside(ahead = 0) {
    let more = 0;
    const lit = { screens: 0 };
    const watching = new Watching({
      openChannel: open,
      sharedMs: () => sharedMs() + ahead + more,
      fillScreen: () => ({ release: () => undefined }),
      keepScreenOn: () => {
        lit.screens += 1;
        return { release: () => void (lit.screens -= 1) };
      },
      newId: () => crypto.randomUUID(),
    });
    return { watching, lit, pass: (ms: number) => void (more += ms) };
  }
  return { said, opened, page, beside, speak: openChannel(name, () => undefined) };
}

const told = (said: unknown[]) =>
  said.filter((message) => (message as { kind?: unknown }).kind === 'told').length;

// Mutant: by the clocks alone, without the quickest word -> red.
it('[PV8] a window with another clock breathes with the session', async () => {
  const { page, beside } = room();
  const main = await page('one');
  main.attend();
  const { watching, lit } = beside(12_345_678);
  expect(watching.light).toBe('waiting');
  watching.ask();
  await expect.poll(() => watching.light).toBe('shown');
  const apart = () => {
    watching.ask(); // one word may be held up
    return Math.abs(watching.now() - main.heard()) * 1000;
  };
  await expect.poll(apart).toBeLessThan(100);
  expect(watching.score && breathOf(watching.score, watching.now())).toBeDefined();
  expect(main.second.state).toBe('open');
  expect(lit.screens).toBe(1);
});

// Mutant: a tell for each change -> red.
it('[PV7] what is chosen is followed, and told no more than five times a second', async () => {
  const { page, beside, said } = room();
  const main = await page('one');
  const { watching } = beside();
  watching.ask();
  await expect.poll(() => main.second.state).toBe('open');
  const since = sharedMs();
  for (let nth = 0; nth < 60; nth++) {
    main.view.change({ shows: nth % 2 === 0 ? 'body' : 'dark' });
    main.attend();
    await new Promise((resolve) => setTimeout(resolve, 8));
  }
  await expect.poll(() => watching.look.shows).toBe('dark');
  expect(told(said)).toBeGreaterThan(1);
  expect(told(said)).toBeLessThanOrEqual(2 + (sharedMs() - since) / 200);
});

// Mutant: 'over' not said -> red.
it('[PV10] only the page whose session runs says anything, and says when it is over', async () => {
  const { page, beside, said, speak } = room();
  const idle = await page('idle');
  const { watching, lit, pass } = beside();
  watching.ask();
  await expect.poll(() => idle.second.state).toBe('open');
  expect(watching.light).toBe('waiting');
  const main = await page('one');
  const leave = main.attend();
  speak?.say({ v: 1, kind: 'over', session: 'one', more: 'than that' });
  speak?.say('over');
  watching.ask();
  await expect.poll(() => watching.light).toBe('shown');
  expect(told(said)).toBe(1);
  leave();
  main.attend([], true);
  await expect.poll(() => watching.light).toBe('fading');
  pass(FADES_MS);
  idle.attend();
  watching.ask();
  await expect.poll(() => watching.light).toBe('shown');
  expect(lit.screens).toBe(1);
});

// Mutants: without asking again; a page that answers although its session has gone: each red.
it('[PV10] it goes on in a silence, fades to dark, and is shown again without a touch', async () => {
  const { page, beside } = room();
  const main = await page('one');
  const leave = main.attend();
  const { watching, lit, pass } = beside();
  watching.begin();
  await expect.poll(() => watching.light).toBe('shown');
  leave();
  const before = watching.now();
  pass(SILENT_AFTER_MS - 5000);
  expect(watching.now() - before).toBeGreaterThan(SILENT_AFTER_MS / 1000 - 5.1);
  await expect.poll(() => watching.light).toBe('shown');
  pass(5000);
  await expect.poll(() => watching.light).toBe('fading');
  pass(FADES_MS);
  await expect.poll(() => watching.light).toBe('dark');
  expect(lit.screens).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(watching.light).toBe('dark');
  const reloaded = await page('one');
  reloaded.attend();
  await expect.poll(() => watching.light, { timeout: 5000 }).toBe('shown');
});

// Mutants: left without a word; lookBeside left out: each red.
it('[PV12] is dark while the card is up, and its leaving is seen', async () => {
  const { page, beside, opened } = room();
  const main = await page('one');
  main.second.open();
  expect([opened, main.second.state]).toEqual([['#patient-window'], 'opening']);
  const [one, other] = [beside().watching, beside().watching];
  main.attend([{ type: 'emergency-shown', wording: 0, seq: 0, at: START, wallMs: 0 }]);
  one.ask();
  other.ask();
  await expect.poll(() => [one.look.shows, other.look.shows, one.light]).toEqual(['dark', 'dark', 'shown']);
  one.leave();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(main.second.state).toBe('open');
  other.leave();
  await expect.poll(() => main.second.state).toBe('closed');
});

it('says when no window has come up', async () => {
  const main = await room().page('one');
  main.second.open();
  await expect.poll(() => main.second.state, { timeout: 8000 }).toBe('not-come');
});
