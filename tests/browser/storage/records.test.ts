import { beforeEach, describe, expect, it } from 'vitest';
import type { EventBody } from '#session/log.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import { createConnection } from '#storage/connection.ts';
import { createJournal } from '#storage/journal.ts';
import { createRecordStore } from '#storage/records.ts';
import { sha256Of } from '#storage/sha-256.ts';
import { logOf } from '../../helpers/audio/sessions.ts';
import { emptied } from './emptied.ts';

const plan = routes.nasal.build(defaultChoices(routes.nasal));
const digest = sha256Of(crypto);
const events: readonly (readonly [number, EventBody])[] = [
  [0, { type: 'started' }],
  [1200, { type: 'device-started', device: 1 }],
  [1500, { type: 'noted', text: 'calm' }],
  [4000, { type: 'ended' }],
];

beforeEach(emptied);

async function keep(id: string, beganMs: number, finished = true): Promise<void> {
  const journal = createJournal(createConnection(indexedDB), digest);
  await journal.begin({ id, plan, beganMs });
  await journal.append(id, logOf(...events));
  if (finished) await journal.finish(id);
}

const store = () => createRecordStore(createConnection(indexedDB), digest);
const listed = async () => (await store().list()).records.map(({ id }) => id);

describe('the records', () => {
  it('list what is finished, the latest first, with what a line and a tide need', async () => {
    await keep('first', 1);
    await keep('running', 2, false);
    await keep('second', 3);
    expect(await listed()).toEqual(['second', 'first']);
    const [latest] = (await store().list()).records;
    expect(latest).toMatchObject({ id: 'second', beganMs: 3, route: 'nasal', to: 4000, given: 1200 });
    expect(latest?.lived.map(({ phase }) => phase)).toEqual(['preparation', 'onset', 'peak', 'plateau']);
  });

  // Mutant: a session taken to be there (`!session.finished`) -> fails: the list does not come.
  it('[ST9] are listed where something else lies among the sessions', async () => {
    await keep('one', 1);
    await createConnection(indexedDB).together(['sessions'], (each) => {
      each('sessions').put(null, 'nothing');
      each('sessions').put({ v: 1, id: 'half', finished: true }, 'half');
    });
    expect(await listed()).toEqual(['one']);
  });

  // Mutant: summaries of every kind taken as they are -> fails: the pace of the breath is missing.
  it('make a summary of an older kind anew', async () => {
    await keep('one', 1);
    await listed();
    const made = (await store().list()).records[0];
    expect(made).toMatchObject({ plan: 'nasal', breath: 6 });
    const { breath, ...older } = { ...made };
    expect(breath).toBe(6);
    await createConnection(indexedDB).together(['records'], (each) =>
      each('records').put({ v: 1, ...older }, 'one'),
    );
    expect((await store().list()).records).toEqual([made]);
  });

  // Mutant: events deleted without their session's key (`[id]` to `[id, 1]`) -> fails: an event is left behind.
  it('delete everything the device had of a session, and put it back just as it was', async () => {
    await keep('one', 1);
    await keep('other', 2);
    await listed();
    const before = await store().open('one');
    const removed = await store().remove('one');
    expect(await listed()).toEqual(['other']);
    expect(await store().open('one')).toBeUndefined();
    const left = await createConnection(indexedDB).store('events').keys<[string, number]>();
    expect(left.every(([id]) => id === 'other')).toBe(true);
    if (!removed.ok || removed.value === undefined) throw new Error('nothing was removed');
    await store().putBack(removed.value);
    expect(await store().open('one')).toEqual(before);
    expect(await listed()).toEqual(['other', 'one']);
  });

  it('count what this app cannot read instead of hiding it', async () => {
    await keep('one', 1);
    await createConnection(indexedDB).together(['sessions'], (each) =>
      each('sessions').put({ v: 1, id: 'newer', finished: true, plan: { version: 99 } }, 'newer'),
    );
    const { records, unreadable } = await store().list();
    expect([records.map(({ id }) => id), unreadable]).toEqual([['one'], 1]);
  });
});
