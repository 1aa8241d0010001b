import type { Outside } from './ports.ts';

/** Nothing on the screen but dark, for eyes that are closed or want to be. */
export class Darkness {
  readonly #fillScreen: Outside['fillScreen'];
  #filled: { release(): void } | undefined;
  #on = $state(false);
  /** The next practice begins in the dark. */
  fromStart = $state(false);

  constructor({ fillScreen }: Pick<Outside, 'fillScreen'>) {
    this.#fillScreen = fillScreen;
  }

  get on(): boolean {
    return this.#on;
  }

  /** On a tap, for only then does a browser give its whole screen. */
  enter(): void {
    this.#on = true;
    this.#filled ??= this.#fillScreen(() => this.leave());
  }

  leave(): void {
    this.#on = false;
    this.#filled?.release();
    this.#filled = undefined;
  }
}
