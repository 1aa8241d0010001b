import {
  composedProblem,
  LONGEST_NAME,
  MOST_LASTING,
  minutesRange,
  stretchesOf,
  type Composed,
  type OwnPart,
} from '#session/practices/composed.ts';
import type { LastingKind } from '#session/practices/own-phases.ts';
import { ForAWhile } from './for-a-while.svelte.ts';
import type { PracticeSetup } from './practice-setup.svelte.ts';

/** So long is a part at first, where it can be. */
const MINUTES_AT_FIRST = 5;

/** A part that can be told from others like it, wherever it is moved to. */
export interface Placed {
  readonly key: number;
  readonly part: OwnPart;
}

/** A practice that is being put together. As soon as it could be practised it is what is chosen. */
export class Composing {
  readonly #setup: PracticeSetup;
  readonly #newId: () => string;
  #id = $state('');
  #name = $state('');
  #parts = $state.raw<readonly Placed[]>([]);
  readonly #before = new ForAWhile<readonly Placed[]>();
  #keys = 0;
  /** How it is called as long as nobody has called it anything. */
  propose: (parts: readonly OwnPart[]) => string = () => '';

  constructor(setup: PracticeSetup, newId: () => string) {
    this.#setup = setup;
    this.#newId = newId;
    this.#id = newId();
  }

  get id(): string {
    return this.#id;
  }
  /** As it was written; empty where it has none of its own. */
  get name(): string {
    return this.#name;
  }
  get parts(): readonly Placed[] {
    return this.#parts;
  }
  readonly stretches = $derived.by(() => stretchesOf(this.#parts.map(({ part }) => part)));
  /** What stands against practising it. */
  readonly problem = $derived.by(() => composedProblem(this.#parts.map(({ part }) => part)));
  /** There is room for another part that lasts. */
  readonly hasRoom = $derived.by(() => this.stretches.length < MOST_LASTING);
  /** A part was taken out just now, and can be had back. */
  get canPutBack(): boolean {
    return this.#before.value !== undefined;
  }

  /** Another one, from nothing. */
  startAnew(): void {
    this.#take({ id: this.#newId(), name: '', parts: [] });
  }

  /** One that was put together before. */
  change(composed: Composed): void {
    this.#take(composed);
  }

  /** The same once more, under another name; what it was made from stays as it was kept. */
  copy(name: string): void {
    this.#id = this.#newId();
    this.rename(name);
  }

  /** How it is called; a name of its own, or nothing. */
  rename(name: string): void {
    this.#name = name;
    this.#choose();
  }

  /** At the end; returns the key of what is new. */
  add(kind: OwnPart['kind']): number {
    const placed: Placed = { key: this.#keys++, part: partOf(kind) };
    this.#put([...this.#parts, placed]);
    return placed.key;
  }

  setMinutes(key: number, minutes: number): void {
    this.#put(
      this.#parts.map((each) =>
        each.key === key && each.part.kind !== 'bell' ? { key, part: { ...each.part, minutes } } : each,
      ),
    );
  }

  /** One place earlier or later; returns its new place, from 0. */
  move(key: number, by: -1 | 1): number {
    const from = this.#parts.findIndex((each) => each.key === key);
    const to = Math.min(this.#parts.length - 1, Math.max(0, from + by));
    const moved = this.#parts.filter((each) => each.key === key);
    const others = this.#parts.filter((each) => each.key !== key);
    this.#put([...others.slice(0, to), ...moved, ...others.slice(to)]);
    return to;
  }

  remove(key: number): void {
    const before = this.#parts;
    this.#put(before.filter((each) => each.key !== key));
    this.#before.set(before);
  }

  putBack(): void {
    const before = this.#before.value;
    if (before !== undefined) this.#put(before);
  }

  #take({ id, name, parts }: Composed): void {
    this.#id = id;
    this.#name = name;
    this.#put(parts.map((part) => ({ key: this.#keys++, part })));
  }

  #put(parts: readonly Placed[]): void {
    this.#before.clear();
    this.#parts = parts;
    this.#choose();
  }

  #choose(): void {
    const parts = this.#parts.map(({ part }) => part);
    // What is proposed too, in whatever language: a longer name is kept, and refused when it is read again.
    const name = (this.#name.trim() || this.propose(parts)).slice(0, LONGEST_NAME).trim();
    if (this.problem === undefined && name !== '') this.#setup.compose({ id: this.#id, name, parts });
  }
}

function partOf(kind: OwnPart['kind']): OwnPart {
  return kind === 'bell' ? { kind } : { kind, minutes: minutesAtFirst(kind) };
}

function minutesAtFirst(kind: LastingKind): number {
  const { least, most } = minutesRange(kind);
  return Math.min(most, Math.max(least, MINUTES_AT_FIRST));
}
