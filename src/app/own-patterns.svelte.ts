import type { OwnPattern } from '#session/own-pattern.ts';
import type { Result } from '#session/units.ts';
import type { Shelf } from '#storage/shelf.ts';

/** How long a deleted pattern can be had back. */
const UNDO_MS = 10_000;

/** The breath patterns somebody has made, by name. */
export class OwnPatterns {
  /** A name for machines for a pattern that is new. */
  readonly newId: () => string;
  readonly #shelf: Shelf<OwnPattern>;
  #all = $state.raw<readonly OwnPattern[]>([]);
  #removed = $state.raw<OwnPattern | undefined>();
  #notKept = $state(false);
  #forgetting: ReturnType<typeof setTimeout> | undefined;

  constructor(shelf: Shelf<OwnPattern>, newId: () => string) {
    this.#shelf = shelf;
    this.newId = newId;
  }

  readonly all = $derived.by(() => this.#all.toSorted((a, b) => a.name.localeCompare(b.name)));
  /** The one that was deleted last, for as long as it can be had back. */
  get removed(): OwnPattern | undefined {
    return this.#removed;
  }
  /** The device did not keep the last change; it holds until the page is closed. */
  get notKept(): boolean {
    return this.#notKept;
  }

  async open(): Promise<void> {
    this.#all = await this.#shelf.all().catch(() => []);
  }

  async keep(pattern: OwnPattern): Promise<void> {
    this.#all = [...this.#others(pattern), pattern];
    await this.#told(this.#shelf.keep(pattern));
  }

  async remove(pattern: OwnPattern): Promise<void> {
    this.#all = this.#others(pattern);
    this.#removed = pattern;
    clearTimeout(this.#forgetting);
    this.#forgetting = setTimeout(() => (this.#removed = undefined), UNDO_MS);
    await this.#told(this.#shelf.remove(pattern.id));
  }

  async undo(): Promise<void> {
    const back = this.#removed;
    this.#removed = undefined;
    if (back !== undefined) await this.keep(back);
  }

  #others({ id }: OwnPattern): OwnPattern[] {
    return this.#all.filter((other) => other.id !== id);
  }

  async #told(change: Promise<Result<unknown, unknown>>): Promise<void> {
    this.#notKept = !(await change).ok;
  }
}
