import type { Engine } from '#audio/engine.ts';

type Stop = () => Promise<void>;

/** What became of something that was to sound. */
export type Outcome = 'sounded' | 'overtaken' | 'failed';

/** The turn of something that is to sound. */
export interface Turn {
  /** False once it was stopped, or something else took its place: asked again after everything that was waited for. */
  readonly isMine: () => boolean;
  /** Resolves when what sounded before has faded. */
  readonly quiet: Promise<void>;
  /** Said before it begins, so that a stop reaches it on its way too, and again where its end is another then. */
  readonly endsBy: (stop: Stop) => void;
}

/** One thing at a time on the engine: what was stopped or overtaken while it waited does not sound afterwards. */
export interface Turns {
  take(work: (engine: Engine, turn: Turn) => Promise<void>): Promise<Outcome>;
  /** Resolves when it is quiet. What does not sound any more is left alone: the engine may be a session's by then. */
  stop(): Promise<void>;
}

const NOTHING: Stop = () => Promise.resolve();

export function createTurns(openEngine: () => Promise<Engine>): Turns {
  let turn = 0;
  let ending = NOTHING;

  function stop(): Promise<void> {
    turn++;
    const end = ending;
    ending = NOTHING;
    return end();
  }

  return {
    async take(work) {
      const quiet = stop();
      const mine = turn;
      const isMine = () => mine === turn;
      const endsBy = (end: Stop) => {
        if (isMine()) ending = end;
        else void end();
      };
      try {
        const engine = await openEngine();
        if (isMine()) await work(engine, { isMine, quiet, endsBy });
        return isMine() ? 'sounded' : 'overtaken';
      } catch {
        if (!isMine()) return 'overtaken';
        ending = NOTHING; // nothing of it sounds
        return 'failed';
      }
    },
    stop,
  };
}
