import { describe, expect, it } from 'vitest';
import { createEventWriter } from '#app/event-writer.ts';
import type { SaveState } from '#app/ports.ts';
import type { SessionEvent } from '#session/log.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import { sessionTimeOf } from '#session/units.ts';
import type { Journal } from '#storage/journal.ts';

const plan = routes.iv.build(defaultChoices(routes.iv));
const session = { id: 'one', plan, beganMs: 0 };

function event(seq: number): SessionEvent {
  return { type: 'noted', text: `note ${seq}`, seq, at: sessionTimeOf(seq), wallMs: seq * 1000 };
}

/** A disk that refuses the operations whose numbers it is given, counted from 1. */
function diskFailing(fails: (operation: number) => boolean) {
  const written: SessionEvent[] = [];
  let operation = 0;
  const failed = { ok: false, problem: 'storage-blocked' } as const;
  const done = { ok: true, value: undefined } as const;
  const journal: Journal = {
    begin: () => Promise.resolve(fails(++operation) ? failed : done),
    append(_, events) {
      if (fails(++operation)) return Promise.resolve(failed);
      written.push(...events);
      return Promise.resolve(done);
    },
    alive: () => Promise.resolve(),
    finish: () => Promise.resolve(),
    unfinished: () => Promise.resolve(undefined),
  };
  return { journal, written };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('writing events down', () => {
  // Mutant: `waiting` is emptied before `append` has answered -> events are lost and "saved" is said too early.
  it.each([1, 2, 3, 4, 5, 6, 7])(
    'loses nothing and never says "saved" wrongly when operation %i fails once',
    async (nth) => {
      const { journal, written } = diskFailing((operation) => operation === nth);
      const wrong: number[] = [];
      let given = 0;
      const writer = createEventWriter(journal, session, false, (state: SaveState) => {
        if (state === 'saved' && written.length < given) wrong.push(given);
      });
      for (given = 1; given <= 5; given++) {
        writer.write(event(given - 1));
        await settle();
      }
      given = 5;
      writer.retry();
      await settle();
      expect(written).toEqual([0, 1, 2, 3, 4].map(event));
      expect(wrong).toEqual([]);
    },
  );

  it('says "not saved" as long as the disk refuses, and keeps everything for when it does not', async () => {
    let refuses = true;
    const { journal, written } = diskFailing(() => refuses);
    const said: SaveState[] = [];
    const writer = createEventWriter(journal, session, false, (state) => said.push(state));
    for (const lived of plannedLog(plan)) writer.write(lived);
    await settle();
    expect(said.at(-1)).toBe('not-saved');
    expect(written).toEqual([]);
    refuses = false;
    writer.retry();
    await settle();
    expect(said.at(-1)).toBe('saved');
    expect(written).toEqual(plannedLog(plan));
  });

  // Mutant: a resumed session that begins anew -> fails: what it was begun with is written over.
  it('leaves the beginning of a session that goes on as it was written', async () => {
    const { journal, written } = diskFailing(() => false);
    const begun: string[] = [];
    const watched: Journal = { ...journal, begin: ({ id }) => (begun.push(id), journal.begin(session)) };
    createEventWriter(watched, session, true, () => undefined).write(event(7));
    await settle();
    expect([begun, written]).toEqual([[], [event(7)]]);
  });
});
