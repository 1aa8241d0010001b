import type { Engine, EngineHandlers } from '#audio/engine.ts';
import { clipsOf } from './guide.ts';
import type { Outside } from './ports.ts';
import type { Wanted } from './unfinished.ts';

/** The app's one engine: opened when it is first wanted, and again after it could not be had. */
export class OneEngine {
  readonly #outside: Pick<Outside, 'announcePlayback' | 'openEngine'>;
  readonly #handlers: EngineHandlers;
  #engine: Promise<Engine> | undefined;

  constructor(outside: Pick<Outside, 'announcePlayback' | 'openEngine'>, handlers: EngineHandlers) {
    this.#outside = outside;
    this.#handlers = handlers;
  }

  open(): Promise<Engine> {
    this.#outside.announcePlayback();
    this.#engine ??= this.#outside.openEngine(this.#handlers).catch((cause: unknown) => {
      this.#engine = undefined;
      throw cause;
    });
    return this.#engine;
  }

  /** A device that does not open now is tried again, and told about, when something is to sound. */
  async wake(): Promise<void> {
    await this.open()
      .then((engine) => engine.wake())
      .catch(() => undefined);
  }

  /** Whatever cannot be had now is asked for again, and told, at *Begin*. */
  async makeReady({ plan, timeline, guide }: Wanted): Promise<void> {
    await this.open()
      .then((engine) => engine.prepare(timeline, guide, clipsOf(plan, guide)))
      .catch(() => undefined);
  }
}
