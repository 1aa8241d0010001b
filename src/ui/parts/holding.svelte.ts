/** How long a dangerous act has to be held. */
export const HOLD_MS = 1200;
/** How long a press without holding (a screen reader's, a switch's) stays armed for the second one. */
const ARMED_MS = 5000;

/** Confirming by holding: pointer or key down for a while, or two presses by those who cannot hold. */
export class Holding {
  holding = $state(false);
  armed = $state(false);
  readonly #confirm: () => void;
  readonly #ms: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** A press by pointer or key is followed by a click of its own, which is not another press. */
  #pressed = false;

  constructor(confirm: () => void, ms = () => HOLD_MS) {
    this.#confirm = confirm;
    this.#ms = ms;
  }

  press(): void {
    if (this.holding) return;
    this.#pressed = true;
    this.holding = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#done(), this.#ms());
  }

  /** `clickComes`: a pointer lifted over the button is followed by its click, a key or a pointer that left is not. */
  letGo(clickComes = false): void {
    if (!clickComes) this.#pressed = false;
    if (!this.holding) return;
    this.holding = false;
    clearTimeout(this.#timer);
  }

  /** A click that no pointer and no key announced. */
  click(): void {
    const announced = this.#pressed;
    this.#pressed = false;
    if (announced) return;
    if (this.armed) return this.#done();
    this.armed = true;
    this.#timer = setTimeout(() => (this.armed = false), ARMED_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #done(): void {
    clearTimeout(this.#timer);
    this.holding = false;
    this.armed = false;
    this.#confirm();
  }
}
