import type { Journal } from './journal.ts';

const BLOCKED = { ok: false, problem: 'storage-blocked' } as const;

/**
 * A journal that is fetched behind the first view, at once, so that it is there long before a session begins. What could
 * not be fetched is fetched anew by the next call; until then nothing is said to be saved.
 */
export function comingJournal(fetch: () => Promise<Journal>): Journal {
  let coming: Promise<Journal> | undefined;
  function journal(): Promise<Journal> {
    coming ??= fetch().catch((cause: unknown) => {
      coming = undefined;
      throw cause;
    });
    return coming;
  }
  const there = (): Promise<Journal | undefined> => journal().catch(() => undefined);
  void there();
  return {
    begin: async (session) => (await there())?.begin(session) ?? BLOCKED,
    append: async (session, events) => (await there())?.append(session, events) ?? BLOCKED,
    alive: async (session, moment) => (await there())?.alive(session, moment),
    finish: async (session) => (await journal()).finish(session),
    unfinished: async () => (await journal()).unfinished(),
  };
}
