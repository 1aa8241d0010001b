import { createPassingTime, placeSince, type Moment } from '#session/passing.ts';
import type { Plan } from '#session/plan.ts';
import { latest, type SessionTime } from '#session/units.ts';
import type { Alive } from '#storage/journal.ts';
import type { Outside } from './ports.ts';

/** Where a session is while nothing of it sounds, and the time that passes meanwhile. */
export interface SessionClock {
  /** Milliseconds of the wall clock as it was when this session came to this page. To be asked about once a second. */
  passingMs(): number;
  /** Medicine does not wait: its clock goes on. A practice goes on from where it was. */
  position(lastHeard: SessionTime): SessionTime;
}

/** `since`: its last sign of life that was written down, else its beginning. */
export function createSessionClock(
  outside: Pick<Outside, 'nowMs' | 'steadyMs'>,
  clock: Plan['clock'],
  since: Alive,
): SessionClock {
  const moment = (): Moment => ({ wallMs: outside.nowMs(), steadyMs: outside.steadyMs() });
  const passing = createPassingTime(moment());
  const passingMs = () => passing.nowMs(moment());
  return {
    passingMs,
    position: (lastHeard) =>
      clock === 'practice' ? lastHeard : latest(lastHeard, placeSince(since, passingMs())),
  };
}
