import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createShippedGuide } from '#app/guide.ts';
import { LiveSession } from '#app/live-session.svelte.ts';
import type { Outside } from '#app/ports.ts';
import type { Engine } from '#audio/engine.ts';
import type { Timeline } from '#session/timeline.ts';
import { later, START } from '#session/units.ts';
import { createConnection } from '#storage/connection.ts';
import { createJournal, type Journal } from '#storage/journal.ts';
import { createRecordStore } from '#storage/records.ts';
import { sha256Of } from '#storage/sha-256.ts';
import type { Connection } from '#storage/store.ts';
import { planOfRoute } from '../../helpers/audio/sessions.ts';
import { failingDatabase, type FailingDatabase } from '../../helpers/failing-database.ts';
import { emptied } from '../storage/emptied.ts';

/** The other ways to fail for a while; `npm run reliability` asks for them. */
const LONG = import.meta.env['VITE_RUNS'] !== undefined;
const digest = sha256Of(crypto);
const plan = planOfRoute('iv');
const realTimeout = setTimeout.bind(globalThis);
const tick = () => new Promise((resolve) => realTimeout(resolve, 0));

beforeEach(async () => {
  await emptied();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});
afterEach(() => void vi.useRealTimers());

/** A device that plays what it is given, a minute further with each act, and a journal on a disk that fails. */
function createWorld(database: FailingDatabase) {
  let position = START;
  const heard: Timeline[] = [];
  const acknowledged: string[] = [];
  const wrong: string[] = [];
  const journal = createJournal(createConnection(database.factory), digest);
  const engine = {
    begin(timeline: Timeline) {
      heard.push(timeline);
      return Promise.resolve(done);
    },
    load: (timeline: Timeline) => void heard.push(timeline),
    position: () => position,
    latency: () => 0,
    close: () => Promise.resolve(),
  } as unknown as Engine;
  const outside = {
    journal: {
      ...journal,
      async append(session, events) {
        const answer = await journal.append(session, events);
        if (!answer.ok) return answer;
        const keys = events.map(({ seq }) => JSON.stringify([session, seq]));
        acknowledged.push(...keys);
        wrong.push(...keys.filter((key) => !database.onDisk('events').includes(key)));
        return answer;
      },
    } satisfies Journal,
    nowMs: () => 1_000_000 + position * 1000,
    steadyMs: () => position * 1000,
    settings: { load: () => Promise.resolve(undefined), keep: () => Promise.resolve(done) },
    keepScreenOn: () => ({ release: () => undefined }),
    followOutput: () => () => undefined,
    openMedia: () => new Promise(() => undefined),
  } as unknown as Outside;
  const voice = { engine, guide: createShippedGuide('en') };
  const live = new LiveSession(outside, voice, { id: 'one', plan, beganMs: 1_000_000 });
  const pass = () => void (position = later(position, 60));
  return { live, journal, heard, acknowledged, wrong, pass };
}

const done = { ok: true, value: undefined } as const;
const ACTS: readonly ((live: LiveSession) => void)[] = [
  (live) => live.giveMedicine(),
  (live) => live.hold(),
  (live) => live.release(),
  (live) => live.mixer.setLevel('bed', -6),
  (live) => live.end(),
];

/**
 * From looking for a session that was left to reading the one that has ended, each failure met as the app meets it. It
 * goes on once an act is called saved, or, on a disk that is not `mended` any more, not saved.
 */
async function lived(database: FailingDatabase, isMended: boolean) {
  const { live, journal, pass, ...seen } = createWorld(database);
  const isTold = () => live.saved === 'saved' || (!isMended && live.saved === 'not-saved');
  const told = async () => {
    for (; !isTold(); await tick()) vi.advanceTimersByTime(1000); // in which the disk is asked again
  };
  await journal.unfinished().catch(() => undefined);
  await live.begin();
  await told();
  for (const act of ACTS) {
    pass();
    act(live);
    await told();
  }
  const saved = live.saved;
  await journal.finish('one').catch(() => undefined);
  await reread(createConnection(database.factory));
  live.sound.leave();
  vi.clearAllTimers(); // the tab is closed: nothing waits to be written any more
  return { ...seen, log: live.log, saved };
}

/** The list, a record, and the list again, as somebody looks at them. */
async function reread(connection: Connection): Promise<void> {
  const records = createRecordStore(connection, digest);
  await records.list().catch(() => undefined);
  await records.open('one').catch(() => undefined);
  await records.list().catch(() => undefined);
}

/** What the next visit finds, on a disk that does what it is asked. */
async function found() {
  const connection = createConnection(indexedDB);
  const left = await createJournal(connection, digest).unfinished();
  const records = createRecordStore(connection, digest);
  const { records: listed, unreadable } = await records.list();
  const opened = await records.open('one');
  const there = { listed: listed.length, unreadable, chain: opened?.chain.kind };
  return { ...there, left: left?.log, log: opened?.log ?? [] };
}

type Judge = (nth: number, database: FailingDatabase) => Promise<void>;

/** For each number until nothing asks that often; resolves with how often something does. */
async function inTurn(failing: Failing, judge: Judge): Promise<number> {
  for (let nth = 1; ; nth++) {
    await emptied();
    const database = failing(nth);
    await judge(nth, database);
    if (database.asked() < nth) return nth - 1;
  }
}

let whole: string;
beforeEach(async () => {
  whole = JSON.stringify((await lived(failingDatabase(never), true)).heard);
});

const never = () => false;
type Failing = (nth: number) => FailingDatabase;
/** More often than the connection itself tries again. */
const thrice: Failing = (nth) => failingDatabase((operation) => nth <= operation && operation < nth + 3);
const once: Failing = (nth) => failingDatabase((operation) => operation === nth);
const closed: Failing = (nth) => failingDatabase((operation) => operation === nth, true);
const mending: readonly (readonly [what: string, failing: Failing])[] = [
  ['fails with the two after it', thrice],
  ...(LONG
    ? ([
        ['fails', once],
        ['finds its connection closed without an event', closed],
      ] as const)
    : []),
];

// Mutants, each red: `waiting` emptied before the disk has answered (event-writer.ts); `written` that does not wait for
// its transaction (connection.ts); a head that is noted before its event is written (journal.ts).
it.each(mending)(
  '[ST4] whichever operation %s: 0 lost',
  async (what, failing) => {
    const count = await inTurn(failing, async (nth, database) => {
      const { log, wrong, heard } = await lived(database, true);
      expect([nth, wrong, JSON.stringify(heard) === whole]).toEqual([nth, [], true]);
      const kept = { left: undefined, listed: 1, unreadable: 0, chain: 'whole', log };
      expect([nth, await found()]).toEqual([nth, kept]);
    });
    console.log(
      `each of ${count} storage operations ${what}: 0 lost, 0 wrongly called saved, the sound the same`,
    );
    expect(count).toBeGreaterThan(40);
  },
  300_000,
);

it('[ST4] whichever operation fails with all after it: what was called saved is there, in its order', async () => {
  const failing: Failing = (nth) => failingDatabase((operation) => operation >= nth);
  const count = await inTurn(failing, async (nth, database) => {
    const { log, wrong, heard, acknowledged, saved } = await lived(database, false);
    expect([nth, wrong, JSON.stringify(heard) === whole]).toEqual([nth, [], true]);
    const there = await found();
    expect([nth, there.log]).toEqual([nth, log.slice(0, there.log.length)]);
    expect(there.log.length).toBeGreaterThanOrEqual(saved === 'saved' ? log.length : acknowledged.length);
    const hasEnded = there.log.at(-1)?.type === 'ended';
    const hasBegun = there.log.length > 0;
    expect([nth, there.listed, there.unreadable]).toEqual([nth, hasEnded ? 1 : 0, 0]);
    if (hasBegun)
      expect([nth, there.chain, there.left]).toEqual([nth, 'whole', hasEnded ? undefined : there.log]);
  });
  console.log(`each of ${count} storage operations fails with all after it: what was called saved is there`);
  expect(count).toBeGreaterThan(40);
}, 300_000);
