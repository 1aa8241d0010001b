import { restartOf } from '#session/restart.ts';
import type { Result } from '#session/units.ts';
import { LiveSession } from './live-session.svelte.ts';
import type { Outside, Problem, Voice } from './ports.ts';
import { sessionToBegin } from './session-to-begin.ts';

interface Again {
  readonly live: LiveSession;
  begin(): Promise<Result<undefined, Problem>>;
}

/** The practice that has ended, as one that goes on where its fade began. Undefined where it ended by itself. */
export function again(outside: Outside, voice: Voice, ended: LiveSession): Again | undefined {
  const { plan, guide, log } = ended;
  const restart = restartOf(plan, log, guide);
  if (restart === undefined) return undefined;
  const live = new LiveSession(outside, voice, sessionToBegin(outside, { plan, guide }));
  return {
    live,
    async begin() {
      await voice.engine.pause(); // what still fades goes softly
      ended.sound.leave();
      return live.beginAgain(restart);
    },
  };
}
