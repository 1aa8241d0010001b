import type { Shelf } from '#storage/shelf.ts';
import { ForAWhile } from './for-a-while.svelte.ts';
import { NotKept } from './not-kept.svelte.ts';

/** Something that somebody has made and called. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What somebody has made of one kind, by name: breath patterns, mixes, presets. */
export class OwnThings<Thing extends Named> {
  /** A name for machines for one that is new. */
  readonly newId: () => string;
  readonly #shelf: Shelf<Thing>;
  #all = $state.raw<readonly Thing[]>([]);
  readonly #removed = new ForAWhile<Thing>();
  readonly #notKept = new NotKept();

  constructor(shelf: Shelf<Thing>, newId: () => string) {
    this.#shelf = shelf;
    this.newId = newId;
  }

  readonly all = $derived.by(() => this.#all.toSorted((a, b) => a.name.localeCompare(b.name)));
  /** The one that was deleted last, for as long as it can be had back. */
  get removed(): Thing | undefined {
    return this.#removed.value;
  }
  /** The device did not keep the last change; it holds until the page is closed. */
  get notKept(): boolean {
    return this.#notKept.any;
  }

  async open(): Promise<void> {
    this.#all = await this.#shelf.all().catch(() => []);
  }

  async keep(thing: Thing): Promise<void> {
    this.#all = [...this.#others([thing]), thing];
    await this.#notKept.of(thing.id, this.#shelf.keep(thing));
  }

  /** All at once: the device keeps all of them or none. */
  async keepAll(coming: readonly Thing[]): Promise<void> {
    const things = coming.filter(({ id }, nth) => coming.findLastIndex((other) => other.id === id) === nth);
    this.#all = [...this.#others(things), ...things];
    const keeping = this.#shelf.keepAll(things);
    await Promise.all(things.map(({ id }) => this.#notKept.of(id, keeping)));
  }

  async remove(thing: Thing): Promise<void> {
    this.#all = this.#others([thing]);
    this.#removed.set(thing);
    await this.#notKept.of(thing.id, this.#shelf.remove(thing.id));
  }

  async undo(): Promise<void> {
    const back = this.#removed.value;
    this.#removed.clear();
    if (back !== undefined) await this.keep(back);
  }

  #others(things: readonly Thing[]): Thing[] {
    return this.#all.filter(({ id }) => !things.some((other) => other.id === id));
  }
}

/** With all that was kept of a kind. */
export async function openThings<Thing extends Named>(
  opening: Promise<Shelf<Thing>>,
  outside: { newId(): string },
): Promise<OwnThings<Thing>> {
  const things = new OwnThings(await opening, () => outside.newId());
  await things.open();
  return things;
}
