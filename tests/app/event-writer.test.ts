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

/** A second that passes when the test says. */
function seconds() {
  const due: (() => void)[] = [];
  return {
    later: (work: () => void) => void due.push(work),
    pass: () => due.splice(0).forEach((work) => work()),
  };
}

/** Five events written to a disk that fails, and some seconds after them. */
async function written(fails: (operation: number) => boolean, after: number) {
  const disk = diskFailing(fails);
  const { later, pass } = seconds();
  const said: SaveState[] = [];
  const wrong: number[] = [];
  let given = 0;
  const writer = createEventWriter(disk.journal, session, {
    begun: false,
    later,
    onState(state) {
      said.push(state);
      if (state === 'saved' && disk.written.length < given) wrong.push(given);
    },
  });
  while (given < 5) {
    writer.write(event(given++));
    await settle();
  }
  for (let second = 0; second < after; second++) {
    pass();
    await settle();
  }
  return { ...disk, said, wrong };
}

const five = [0, 1, 2, 3, 4].map(event);

describe('writing events down', () => {
  // Mutant: `waiting` is emptied before `append` has answered -> events are lost and "saved" is said too early.
  it.each([1, 2, 3, 4, 5, 6, 7])(
    '[ST4] loses nothing and never says "saved" wrongly when operation %i fails once',
    async (nth) => {
      const disk = await written((operation) => operation === nth, 1);
      expect([disk.written, disk.wrong, disk.said.at(-1)]).toEqual([five, [], 'saved']);
    },
  );

  it.each([1, 2, 3, 4, 5, 6, 7])(
    '[ST4] has a whole beginning on the disk, and does not call it saved, when all fails from operation %i on',
    async (nth) => {
      const disk = await written((operation) => operation >= nth, 5);
      expect(disk.written).toEqual(five.slice(0, disk.written.length));
      expect([disk.wrong, disk.said.at(-1)]).toEqual([[], disk.written.length === 5 ? 'saved' : 'not-saved']);
    },
  );

  // Mutant: `later` is not called where the disk refuses -> fails: still "not saved" once there is room.
  it('[ST4] says "not saved" without a break as long as the disk refuses, and keeps all of it for when it does not', async () => {
    let refuses = true;
    const { journal, written: onDisk } = diskFailing(() => refuses);
    const { later, pass } = seconds();
    const said: [SaveState, string | undefined][] = [];
    const writer = createEventWriter(journal, session, {
      begun: false,
      later,
      onState: (state, problem) => said.push([state, problem]),
    });
    for (const lived of plannedLog(plan)) {
      writer.write(lived);
      await settle();
      pass();
      await settle();
    }
    expect(new Set(said.slice(1).map(String))).toEqual(new Set(['not-saved,storage-blocked']));
    expect(onDisk).toEqual([]);
    refuses = false;
    pass();
    await settle();
    expect(said.at(-1)).toEqual(['saved', undefined]);
    expect(onDisk).toEqual(plannedLog(plan));
  });

  // Mutant: a resumed session that begins anew -> fails: what it was begun with is written over.
  it('leaves the beginning of a session that goes on as it was written', async () => {
    const { journal, written: onDisk } = diskFailing(() => false);
    const begun: string[] = [];
    const watched: Journal = { ...journal, begin: ({ id }) => (begun.push(id), journal.begin(session)) };
    createEventWriter(watched, session, { begun: true, onState: () => undefined }).write(event(7));
    await settle();
    expect([begun, onDisk]).toEqual([[], [event(7)]]);
  });
});
