import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionEvent } from '#session/log.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import { sessionTimeOf } from '#session/units.ts';
import { createConnection } from '#storage/connection.ts';
import { createJournal } from '#storage/journal.ts';
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

describe('the journal', () => {
  // Mutant: `readSession` that judges the plan as it stands -> fails: nothing to go on with.
  it('gives back a session that an older app began, with its one bed', async () => {
    const journal = createJournal(createConnection(indexedDB));
    await journal.begin({ id: 'old', plan: oldPlan as unknown as typeof plan, beganMs: 5 });
    const left = await journal.unfinished();
    expect(left?.plan.beds).toEqual([{ sound: 'rain', level: 0, muted: false, phases: {} }]);
  });

  it('gives back an unfinished session as it was written, in order, with the last sign of life', async () => {
    const { factory, cut } = cuttable();
    const journal = createJournal(createConnection(factory));
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

  it('does not offer a finished session', async () => {
    const { factory, cut } = cuttable();
    const journal = createJournal(createConnection(factory));
    await journal.begin({ id: 'one', plan, beganMs: 5 });
    await journal.finish('one');
    expect(await journal.unfinished()).toBeUndefined();
    cut();
  });

  // Mutant: the second `run` in connection.ts is taken out -> every write after the cut answers `storage-blocked`.
  it('opens the database anew when the browser has closed the connection without telling', async () => {
    const { factory, cut, opened } = cuttable();
    const journal = createJournal(createConnection(factory));
    await journal.begin({ id: 'one', plan, beganMs: 5 });
    for (let seq = 0; seq < 5; seq++) {
      cut();
      expect(await journal.append('one', [event(seq)])).toEqual({ ok: true, value: undefined });
    }
    expect((await journal.unfinished())?.log).toHaveLength(5);
    expect(opened()).toBe(6);
    cut();
  });

  it('tells that the disk is full instead of asking it again', async () => {
    let asked = 0;
    const full = {
      store: () => () => {
        asked++;
        return Promise.reject(new DOMException('full', 'QuotaExceededError'));
      },
    };
    expect(await createJournal(full).append('one', [event(0)])).toEqual({
      ok: false,
      problem: 'storage-full',
    });
    expect(asked).toBe(1);
  });
});
