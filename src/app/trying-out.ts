import type { Engine } from '#audio/engine.ts';
import type { GuidedCheck } from './check/guided-check.svelte.ts';
import type { Listening } from './listening.svelte.ts';
import type { Planning } from './planning.svelte.ts';
import type { Outside } from './ports.ts';
import type { SoundCheck } from './sound-check.svelte.ts';

interface TryingParts {
  readonly outside: Pick<Outside, 'clipUrl' | 'dice' | 'nowMs'>;
  readonly planning: Planning;
  readonly listening: Listening;
  /** The engine, once nothing of an ended session sounds any more. */
  readonly free: () => Promise<Engine>;
  readonly openEngine: () => Promise<Engine>;
}

/** What is heard before a session begins; fetched when somebody first wants to hear something. */
export class TryingOut {
  readonly #parts: TryingParts;
  #opening: Promise<SoundCheck> | undefined;
  #check: SoundCheck | undefined;

  constructor(parts: TryingParts) {
    this.#parts = parts;
  }

  /** One thing, or the mix of a phase; the same for as long as the app is open. */
  open(): Promise<SoundCheck> {
    this.#opening ??= this.#make().catch((cause: unknown) => {
      this.#opening = undefined;
      throw cause;
    });
    return this.#opening;
  }

  /** Nothing that is tried out sounds from now on: at once, for what comes next has the engine. */
  close(): void {
    this.#check?.close();
  }

  /** A sound check for what is being planned, from its first question. */
  async guided(): Promise<GuidedCheck> {
    const { outside, planning, listening, free, openEngine } = this.#parts;
    const { GuidedCheck } = await import('./check/guided-check.svelte.ts');
    this.close(); // the device rests after a passage: what is tried out next asks for it anew
    await free();
    return new GuidedCheck({
      openEngine,
      listening,
      setup: planning.current,
      dice: () => outside.dice(),
      nowMs: () => outside.nowMs(),
      onOutput: (kind) => (planning.session.headphones = kind === 'headphones' ? 'yes' : 'no'),
    });
  }

  async #make(): Promise<SoundCheck> {
    const { outside, planning, free } = this.#parts;
    const { SoundCheck } = await import('./sound-check.svelte.ts');
    this.#check = new SoundCheck(
      () => planning.current,
      free,
      (line) => outside.clipUrl(line),
      () => planning.sounds(),
    );
    return this.#check;
  }
}
