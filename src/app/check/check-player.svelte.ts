import type { CheckSounds } from '#audio/check-sounds.ts';
import type { Engine } from '#audio/engine.ts';
import { createTurns, type Turn, type Turns } from '../turns.ts';

/** Plays one thing of a sound check at a time; what is asked for anew takes its place. */
export class CheckPlayer {
  readonly #turns: Turns;
  #sounding = $state(false);
  #failed = $state(false);

  constructor(openEngine: () => Promise<Engine>) {
    this.#turns = createTurns(openEngine);
  }

  /** Something is to be heard now. */
  get sounding(): boolean {
    return this.#sounding;
  }
  /** The device did not let the last one sound. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Tones and ticks: over when `play` is. False where something else came in between, or nothing sounded. */
  async play(play: (sounds: CheckSounds) => Promise<void>): Promise<boolean> {
    return this.start(async (engine, turn) => {
      const sounds = await engine.check();
      if (!turn.isMine()) return;
      turn.endsBy(() => Promise.resolve(sounds.stop()));
      await play(sounds);
      if (turn.isMine()) this.#sounding = false;
    });
  }

  /** Something that goes on until it is stopped, once it is quiet; it tells its turn how. */
  async start(begin: (engine: Engine, turn: Turn) => Promise<void>): Promise<boolean> {
    this.#sounding = true;
    this.#failed = false;
    const outcome = await this.#turns.take(async (engine, turn) => {
      await turn.quiet;
      if (turn.isMine()) await begin(engine, turn);
    });
    if (outcome === 'failed') {
      this.#failed = true;
      this.#sounding = false;
    }
    return outcome === 'sounded';
  }

  /** Resolves when it is quiet. */
  async stop(): Promise<void> {
    this.#sounding = false;
    await this.#turns.stop();
  }
}
