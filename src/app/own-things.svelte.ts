import type { Result } from '#session/units.ts';
import type { Shelf } from '#storage/shelf.ts';

/** How long a deleted thing can be had back. */
const UNDO_MS = 10_000;

/** What somebody has made of one kind, by name: breath patterns, mixes. */
export class OwnThings<Thing extends { readonly id: string; readonly name: string }> {
  /** A name for machines for one that is new. */
  readonly newId: () => string;
  readonly #shelf: Shelf<Thing>;
  #all = $state.raw<readonly Thing[]>([]);
  #removed = $state.raw<Thing | undefined>();
  #notKept = $state(false);
  #forgetting: ReturnType<typeof setTimeout> | undefined;

  constructor(shelf: Shelf<Thing>, newId: () => string) {
    this.#shelf = shelf;
    this.newId = newId;
  }

  readonly all = $derived.by(() => this.#all.toSorted((a, b) => a.name.localeCompare(b.name)));
  /** The one that was deleted last, for as long as it can be had back. */
  get removed(): Thing | undefined {
    return this.#removed;
  }
  /** The device did not keep the last change; it holds until the page is closed. */
  get notKept(): boolean {
    return this.#notKept;
  }

  async open(): Promise<void> {
    this.#all = await this.#shelf.all().catch(() => []);
  }

  async keep(thing: Thing): Promise<void> {
    this.#all = [...this.#others(thing), thing];
    await this.#told(this.#shelf.keep(thing));
  }

  async remove(thing: Thing): Promise<void> {
    this.#all = this.#others(thing);
    this.#removed = thing;
    clearTimeout(this.#forgetting);
    this.#forgetting = setTimeout(() => (this.#removed = undefined), UNDO_MS);
    await this.#told(this.#shelf.remove(thing.id));
  }

  async undo(): Promise<void> {
    const back = this.#removed;
    this.#removed = undefined;
    if (back !== undefined) await this.keep(back);
  }

  #others({ id }: Thing): Thing[] {
    return this.#all.filter((other) => other.id !== id);
  }

  async #told(change: Promise<Result<unknown, unknown>>): Promise<void> {
    this.#notKept = !(await change).ok;
  }
}
