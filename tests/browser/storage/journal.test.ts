import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionEvent } from '#session/log.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import { sessionTimeOf } from '#session/units.ts';
import { createConnection } from '#storage/connection.ts';
import { createJournal } from '#storage/journal.ts';
import { createRecordStore, type RecordStore } from '#storage/records.ts';
import { sha256Of } from '#storage/sha-256.ts';
import type { Connection } from '#storage/store.ts';
import oldPlan from '../../fixtures/plan-1.json' with { type: 'json' };
import { emptied } from './emptied.ts';

const plan = routes.nasal.build(defaultChoices(routes.nasal));

function event(seq: number): SessionEvent {
  return { type: 'noted', text: `note ${seq}`, seq, at: sessionTimeOf(seq), wallMs: seq * 1000 };
}

/** The browser's own database, with the connections it handed out kept so that a test can cut one. */
function cuttable(): { factory: IDBFactory; cut: () => void; opened: () => number } {
  const databases: IDBDatabase[] = [];
  const factory = {
    open(name: string, version?: number) {
      const request = indexedDB.open(name, version);
      request.addEventListener('success', () => databases.push(request.result));
      return request;
    },
  } as unknown as IDBFactory;
  return { factory, cut: () => databases.at(-1)?.close(), opened: () => databases.length };
}

beforeEach(emptied);

/** A session of so many notes, written by one page after another: every event in another page's hands. */
async function lived(id: string, count: number): Promise<RecordStore> {
  for (let seq = 0; seq < count; seq++) {
    const journal = createJournal(createConnection(indexedDB), sha256Of(crypto));
    if (seq === 0) await journal.begin({ id, plan, beganMs: 5 });
    await journal.append(id, [event(seq)]);
    if (seq === count - 1) await journal.finish(id);
  }
  return createRecordStore(createConnection(indexedDB), sha256Of(crypto));
}

/** Reaches into the store as nobody should. */
async function tamper(change: (events: IDBObjectStore) => void): Promise<void> {
  await createConnection(indexedDB).together(
    ['events'],
    (store) => change(store('events') as IDBObjectStore), // the plain connection hands out the browser's own
  );
}

describe('the chain on the disk', () => {
  // Mutant: `heads` begun anew with every page (headOf answers the root) -> fails: a gap at 1.
  it('[RE3] goes on through every page that wrote to it, and is whole when it is opened', async () => {
    const records = await lived('one', 5);
    const opened = await records.open('one');
    expect(opened?.chain).toEqual({ kind: 'whole', linked: 5, unlinked: 0 });
    expect(opened?.log).toEqual([0, 1, 2, 3, 4].map(event));
  });

  it('[RE3] tells what was changed or taken out, and the rest can still be read', async () => {
    const records = await lived('one', 5);
    await tamper((events) => {
      const stored = events.get(['one', 2]);
      stored.onsuccess = () =>
        events.put({ ...(stored.result as object), event: { ...event(2), text: 'better' } }, ['one', 2]);
    });
    const opened = await records.open('one');
    expect(opened?.chain).toEqual({ kind: 'broken', nth: 2, why: 'changed' });
    expect(opened?.log).toHaveLength(5);
    await tamper((events) => events.delete(['one', 4]));
    await tamper((events) => events.put({ v: 1, event: event(2) }, ['one', 2]));
    expect((await records.open('one'))?.chain).toEqual({ kind: 'broken', nth: 2, why: 'unlinked' });
  });

  it('[RE3] leaves out what is no event any more, and has all the others', async () => {
    const records = await lived('one', 4);
    await tamper((events) => events.put({ v: 1, event: { type: 'spoilt', seq: 1, at: 1 } }, ['one', 1]));
    const opened = await records.open('one');
    expect(opened?.chain).toEqual({ kind: 'broken', nth: 1, why: 'unlinked' });
    expect(opened?.log).toEqual([0, 2, 3].map(event));
    expect((await records.list()).unreadable).toBe(0);
  });

  // Mutant: `finish` that notes no head -> fails: nobody misses the last event.
  it('[RE3] misses its last event', async () => {
    const records = await lived('one', 3);
    await tamper((events) => events.delete(['one', 2]));
    expect((await records.open('one'))?.chain).toEqual({ kind: 'broken', nth: 2, why: 'end' });
  });
});

const store = () => createRecordStore(createConnection(indexedDB), sha256Of(crypto));

describe('what comes after the end', () => {
  async function leftAfterTheEnd(): Promise<void> {
    const journal = createJournal(createConnection(indexedDB), sha256Of(crypto));
    await journal.begin({ id: 'one', plan, beganMs: 5 });
    await journal.append('one', [event(0), event(1)]);
    await journal.finish('one');
    await store().list();
    await journal.append('one', [event(2)]);
  }

  // Mutant: `record` never looked up in `write` -> both fail: nobody misses the last event, and the list does not know it.
  it('[RE3] belongs to the chain: it is missed once it is gone', async () => {
    await leftAfterTheEnd();
    expect((await store().open('one'))?.chain).toEqual({ kind: 'whole', linked: 3, unlinked: 0 });
    await tamper((events) => events.delete(['one', 2]));
    expect((await store().open('one'))?.chain).toEqual({ kind: 'broken', nth: 2, why: 'end' });
  });

  it('has the line of the list made anew', async () => {
    await leftAfterTheEnd();
    const summaries = await createConnection(indexedDB).store('records').keys();
    expect(summaries).toEqual([]);
  });

  it('waits its turn: ends and events asked for at once are written in order', async () => {
    const journal = createJournal(createConnection(indexedDB), sha256Of(crypto));
    await journal.begin({ id: 'one', plan, beganMs: 5 });
    await Promise.all([
      journal.append('one', [event(0)]),
      journal.append('one', [event(1)]),
      journal.finish('one'),
    ]);
    expect((await store().open('one'))?.chain).toEqual({ kind: 'whole', linked: 2, unlinked: 0 });
    await tamper((events) => events.delete(['one', 1]));
    expect((await store().open('one'))?.chain).toMatchObject({ why: 'end' });
  });
});

describe('several stores together', () => {
  // Mutant: no `abort` in `together` -> fails: the first of the two is there.
  it('are written whole or not at all, also where what is to be written cannot be', async () => {
    const connection = createConnection(indexedDB);
    const writing = connection.together(['settings', 'mixes'], (store) => {
      store('settings').put('kept', 'first');
      store('mixes').put(() => 'no value that can be kept', 'second');
    });
    await expect(writing).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(await createConnection(indexedDB).store('settings').keys()).toEqual([]);
  });
});

describe('the journal', () => {
  // Mutant: `recordOf` that takes all it is given -> fails: a session that goes on is stored with its own log.
  it('keeps of a session what it was begun with, whatever else is known of it', async () => {
    const journal = createJournal(createConnection(indexedDB), sha256Of(crypto));
    const known = { id: 'one', plan, beganMs: 5, log: [event(0)], alive: undefined };
    await journal.begin(known);
    await journal.append('one', [event(0)]);
    const [kept] = await createConnection(indexedDB).store('sessions').values<object>();
    expect(Object.keys(kept ?? {}).sort()).toEqual(['beganMs', 'finished', 'id', 'plan', 'v']);
  });

  // Mutant: `readLog` that wants every event to fit -> fails: nothing to go on with, in the middle of a session.
  it('[RE3] goes on with a session of which one event was spoilt', async () => {
    const journal = createJournal(createConnection(indexedDB), sha256Of(crypto));
    await journal.begin({ id: 'one', plan, beganMs: 5 });
    await journal.append('one', [0, 1, 2].map(event));
    await tamper((events) => events.put({ v: 1, event: { type: 'spoilt', seq: 1, at: 1 } }, ['one', 1]));
    expect((await journal.unfinished())?.log).toEqual([0, 2].map(event));
  });

  // Mutant: only the latest session is looked at -> fails: nothing to go on with.
  it('offers the session before where the latest cannot be read', async () => {
    const journal = createJournal(createConnection(indexedDB), sha256Of(crypto));
    await journal.begin({ id: 'one', plan, beganMs: 5 });
    await journal.append('one', [event(0)]);
    await journal.begin({ id: 'newer', plan: { version: 99 } as unknown as typeof plan, beganMs: 6 });
    expect((await journal.unfinished())?.id).toBe('one');
  });

  // Mutant: `readSession` that judges the plan as it stands -> fails: nothing to go on with.
  it('gives back a session that an older app began, with its one bed', async () => {
    const journal = createJournal(createConnection(indexedDB), sha256Of(crypto));
    await journal.begin({ id: 'old', plan: oldPlan as unknown as typeof plan, beganMs: 5 });
    const left = await journal.unfinished();
    expect(left?.plan.beds).toEqual([{ sound: 'rain', level: 0, muted: false, phases: {} }]);
  });

  it('gives back an unfinished session as it was written, in order, with the last sign of life', async () => {
    const { factory, cut } = cuttable();
    const journal = createJournal(createConnection(factory), sha256Of(crypto));
    await journal.begin({ id: 'one', plan, beganMs: 5 });
    await journal.append('one', [event(1), event(0)]);
    await journal.append('other', [event(7)]);
    await journal.append('one', [event(2)]);
    await journal.alive('one', { at: sessionTimeOf(9), wallMs: 9000 });
    const left = await journal.unfinished();
    expect(left).toEqual({
      id: 'one',
      plan,
      beganMs: 5,
      log: [event(0), event(1), event(2)],
      alive: { at: 9, wallMs: 9000 },
    });
    cut();
  });

  // Mutant: `readUnfinished` that gives back whatever was not finished -> fails: it is offered.
  it('[ST3] does not offer a session that had ended when the app went away, and has it among the records', async () => {
    const journal = createJournal(createConnection(indexedDB), sha256Of(crypto));
    await journal.begin({ id: 'one', plan, beganMs: 5 });
    await journal.append('one', [event(0), { type: 'ended', seq: 1, at: sessionTimeOf(1), wallMs: 1000 }]);
    expect(await journal.unfinished()).toBeUndefined();
    expect((await store().list()).records).toHaveLength(1);
  });

  it('does not offer a finished session', async () => {
    const { factory, cut } = cuttable();
    const journal = createJournal(createConnection(factory), sha256Of(crypto));
    await journal.begin({ id: 'one', plan, beganMs: 5 });
    await journal.finish('one');
    expect(await journal.unfinished()).toBeUndefined();
    cut();
  });

  // Mutant: the second `work()` in `twice` (connection.ts) is taken out -> every write after the cut answers `storage-blocked`.
  it('opens the database anew when the browser has closed the connection without telling', async () => {
    const { factory, cut, opened } = cuttable();
    const journal = createJournal(createConnection(factory), sha256Of(crypto));
    await journal.begin({ id: 'one', plan, beganMs: 5 });
    for (let seq = 0; seq < 5; seq++) {
      cut();
      expect(await journal.append('one', [event(seq)])).toEqual({ ok: true, value: undefined });
    }
    expect((await journal.unfinished())?.log).toHaveLength(5);
    expect(opened()).toBe(6);
    cut();
  });

  const byName = new DOMException('full', 'QuotaExceededError');
  const byCode = Object.defineProperty(new DOMException('full', 'NS_ERROR_DOM_QUOTA_REACHED'), 'code', {
    value: 22,
  });
  it.each([byName, byCode])('tells that the disk is full instead of asking it again: %s', async (full) => {
    let asked = 0;
    const refuse = () => {
      asked++;
      return Promise.reject(full);
    };
    const silent = { get: () => Promise.resolve(undefined), keys: () => Promise.resolve([]) };
    const disk = { store: () => silent, together: refuse } as unknown as Connection;
    expect(await createJournal(disk, sha256Of(crypto)).append('one', [event(0)])).toEqual({
      ok: false,
      problem: 'storage-full',
    });
    expect(asked).toBe(1);
  });
});
