import { UNDO_FOR } from './act-times.ts';

/** What can be had back for ten seconds: something that was removed, or how it was before a change. */
export class ForAWhile<Value> {
  #value = $state.raw<Value | undefined>();
  #forgetting: ReturnType<typeof setTimeout> | undefined;

  get value(): Value | undefined {
    return this.#value;
  }

  /** In place of what was there, for a while of its own; undefined where there was nothing to have back after all. */
  set(value: Value | undefined): void {
    this.clear();
    if (value === undefined) return;
    this.#value = value;
    this.#forgetting = setTimeout(() => (this.#value = undefined), UNDO_FOR * 1000);
  }

  clear(): void {
    clearTimeout(this.#forgetting);
    this.#value = undefined;
  }
}
