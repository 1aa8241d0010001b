import type { SessionEvent } from '#session/log.ts';
import { START, type SessionTime } from '#session/units.ts';
import type { Journal, StoredSession } from '#storage/journal.ts';
import type { StorageProblem } from '#storage/told.ts';
import { ALIVE_EVERY } from './act-times.ts';
import type { Outside, SaveState } from './ports.ts';

/** How long what the disk refused waits until it is asked again. */
const AGAIN_AFTER_MS = 1000;

/** Writes events down in order; what could not be written waits in memory and is tried again for as long as the page lives. */
export interface EventWriter {
  write(event: SessionEvent): void;
}

interface WriterParts {
  /** The session is on the disk already, as it was begun, and stays so. */
  readonly begun: boolean;
  /** Hears "saved" only once the transaction of the last event has completed [ST4]; a problem stays until then. */
  readonly onState: (state: SaveState, problem: StorageProblem | undefined) => void;
  /** Does something in a second; also while nothing sounds, and after the end. */
  readonly later?: (work: () => void) => void;
}

export function createEventWriter(
  journal: Journal,
  session: StoredSession,
  { begun, onState, later = (work) => void setTimeout(work, AGAIN_AFTER_MS) }: WriterParts,
): EventWriter {
  const send = senderTo(journal, session, begun);
  let waiting: readonly SessionEvent[] = [];
  let writing = false;
  let problem: StorageProblem | undefined;

  function tell(): void {
    const owed = problem === undefined ? 'saving' : 'not-saved';
    onState(waiting.length === 0 ? 'saved' : owed, problem);
  }

  /** Until nothing waits, or the disk refuses. */
  async function flush(): Promise<void> {
    writing = true;
    const sent = waiting;
    const saved = await send(sent);
    problem = saved.ok ? undefined : saved.problem;
    if (saved.ok) waiting = waiting.slice(sent.length);
    tell();
    if (!saved.ok) later(() => void flush());
    else if (waiting.length > 0) await flush();
    else writing = false;
  }

  return {
    write(event) {
      waiting = [...waiting, event];
      tell();
      if (!writing) void flush();
    },
  };
}

/** Without the session's own record its events could not be found again. */
function senderTo(
  journal: Journal,
  session: StoredSession,
  begun: boolean,
): (events: readonly SessionEvent[]) => ReturnType<Journal['append']> {
  return async (events) => {
    const opened = begun ? done : await journal.begin(session);
    begun = opened.ok;
    return opened.ok ? journal.append(session.id, events) : opened;
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
