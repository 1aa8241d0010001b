import type { CheckSounds } from '#audio/check-sounds.ts';
import type { Engine } from '#audio/engine.ts';

/** Plays one thing of a sound check at a time; what is asked for anew takes its place. */
export class CheckPlayer {
  readonly #openEngine: () => Promise<Engine>;
  #sounding = $state(false);
  #failed = $state(false);
  #turn = 0;
  #stop: () => Promise<void> = () => Promise.resolve();

  constructor(openEngine: () => Promise<Engine>) {
    this.#openEngine = openEngine;
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
    return this.#begin(async (engine) => {
      const sounds = await engine.check();
      this.#stop = () => Promise.resolve(sounds.stop());
      await play(sounds);
      this.#sounding = false;
    });
  }

  /** Something that goes on until it is stopped. */
  async start(start: (engine: Engine) => Promise<() => Promise<void>>): Promise<boolean> {
    return this.#begin(async (engine) => {
      this.#stop = await start(engine);
    });
  }

  /** Resolves when it is quiet. */
  async stop(): Promise<void> {
    this.#turn++;
    this.#sounding = false;
    const stop = this.#stop;
    this.#stop = () => Promise.resolve();
    await stop();
  }

  async #begin(work: (engine: Engine) => Promise<void>): Promise<boolean> {
    await this.stop();
    const mine = ++this.#turn;
    this.#sounding = true;
    this.#failed = false;
    try {
      await work(await this.#openEngine());
    } catch {
      if (mine === this.#turn) {
        this.#failed = true;
        this.#sounding = false;
      }
      return false;
    }
    return mine === this.#turn;
  }
}
