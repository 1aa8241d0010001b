import type { SessionEvent } from '#session/log.ts';
import { START, type SessionTime } from '#session/units.ts';
import type { Journal, StoredSession } from '#storage/journal.ts';
import type { StorageProblem } from '#storage/told.ts';
import { ALIVE_EVERY } from './act-times.ts';
import type { Outside, SaveState } from './ports.ts';

/** Writes events down in order; what could not be written waits in memory and is tried again. */
export interface EventWriter {
  write(event: SessionEvent): void;
  /** Tries again what is waiting; called once a second while a session plays. */
  retry(): void;
}

/**
 * `onState` hears "saved" only once the transaction of the last event has completed. `begun`: the session is on the disk
 * already, as it was begun, and stays so.
 */
export function createEventWriter(
  journal: Journal,
  session: StoredSession,
  begun: boolean,
  onState: (state: SaveState, problem: StorageProblem | undefined) => void,
): EventWriter {
  let waiting: readonly SessionEvent[] = [];
  let writing = false;

  /** Without the session's own record its events could not be found again. */
  async function send(events: readonly SessionEvent[]): ReturnType<Journal['append']> {
    const opened = begun ? done : await journal.begin(session);
    begun = opened.ok;
    return opened.ok ? journal.append(session.id, events) : opened;
  }

  async function flush(): Promise<void> {
    if (writing || waiting.length === 0) return;
    writing = true;
    const sent = waiting;
    const saved = await send(sent);
    writing = false;
    if (!saved.ok) {
      onState('not-saved', saved.problem);
      return;
    }
    waiting = waiting.slice(sent.length);
    onState(waiting.length === 0 ? 'saved' : 'saving', undefined);
    await flush();
  }

  return {
    write(event) {
      waiting = [...waiting, event];
      onState('saving', undefined);
      void flush();
    },
    retry: () => void flush(),
  };
}

const done = { ok: true, value: undefined } as const;

/** Signs of life of a session, now and then: what a crash leaves behind says how long it went well. */
export function createSigns(outside: Outside, session: string): (at: SessionTime) => void {
  let last = START;
  return (at) => {
    if (at - last < ALIVE_EVERY) return;
    last = at;
    void outside.journal.alive(session, { at, wallMs: outside.nowMs() });
  };
}
