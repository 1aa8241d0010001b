import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '#session/log.ts';
import { sessionTimeOf } from '#session/units.ts';
import { comingJournal } from '#storage/coming-journal.ts';
import type { Journal } from '#storage/journal.ts';

const done = { ok: true, value: undefined } as const;
const note = (seq: number): SessionEvent => ({
  ...{ type: 'noted', text: `note ${seq}`, seq },
  ...{ at: sessionTimeOf(seq), wallMs: seq },
});

/** A journal behind a network that is there or not. */
function behind() {
  const written: number[] = [];
  const network = { there: true, asked: 0 };
  const journal: Journal = {
    begin: () => Promise.resolve(done),
    append: (_, events) => Promise.resolve((written.push(...events.map(({ seq }) => seq)), done)),
    alive: () => Promise.resolve(),
    finish: () => Promise.resolve(),
    unfinished: () => Promise.resolve(undefined),
  };
  const fetch = () => {
    network.asked++;
    return network.there ? Promise.resolve(journal) : Promise.reject(new Error('no network'));
  };
  return { written, network, fetch };
}

describe('a journal that is still on its way', () => {
  it('is fetched at once, once, and writes in the order in which it was asked', async () => {
    const { written, network, fetch } = behind();
    const journal = comingJournal(fetch);
    expect(network.asked).toBe(1);
    await Promise.all([journal.append('one', [note(0)]), journal.append('one', [note(1)])]);
    expect([written, network.asked]).toEqual([[0, 1], 1]);
  });

  // Mutants, each red: a failure that is remembered for good; a failure that is told as done.
  it('never says that something is saved while it cannot be had, and is fetched anew', async () => {
    const { written, network, fetch } = behind();
    network.there = false;
    const journal = comingJournal(fetch);
    expect(await journal.append('one', [note(0)])).toEqual({ ok: false, problem: 'storage-blocked' });
    await expect(journal.unfinished()).rejects.toThrow('no network');
    network.there = true;
    expect(await journal.append('one', [note(0)])).toEqual(done);
    expect(written).toEqual([0]);
  });
});
