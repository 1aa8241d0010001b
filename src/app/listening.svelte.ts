import { EARS, LONGEST_DELAY, type Ears } from '#session/checked.ts';
import type { Decibels, Seconds } from '#session/units.ts';
import type { Settings } from '#storage/settings.ts';

/** What somebody listens with, and what a sound check has found out about it. */
export interface Output {
  /** As the person calls it, if they do; the same name and kind is the same thing. */
  readonly name: string;
  readonly kind: 'headphones' | 'speakers';
  readonly checkedMs: number;
  /** Undefined where that part was left out; so are the others. */
  readonly ears: Ears | undefined;
  /** As loud as the person ever wants it. */
  readonly ceiling: Decibels | undefined;
  /** How much later than the device says the ear hears. */
  readonly delay: Seconds | undefined;
}

/** What a sound check says about two different tones in two ears. */
export type EarsPassed = 'passed' | 'unchecked' | 'failed' | 'speakers';

const KEY = 'listening';
/** The last ones used are kept. */
const MOST_KEPT = 12;

/** What somebody listens with on this device, the last one first; kept from one visit to the next. */
export class Listening {
  readonly #settings: Settings;
  #outputs = $state.raw<readonly Output[]>([]);
  #opening: Promise<void> | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  get outputs(): readonly Output[] {
    return this.#outputs;
  }
  /** What is listened with now. */
  readonly output = $derived.by<Output | undefined>(() => this.#outputs[0]);
  readonly ceiling = $derived.by<Decibels | undefined>(() => this.output?.ceiling);
  readonly delay = $derived.by<Seconds>(() => this.output?.delay ?? 0);
  readonly ears = $derived.by<EarsPassed>(() => {
    if (this.output === undefined) return 'unchecked';
    if (this.output.kind === 'speakers') return 'speakers';
    if (this.output.ears === undefined) return 'unchecked';
    return this.output.ears === 'right' ? 'passed' : 'failed';
  });

  /** Resolves when what was kept is here; asked for again it is the same. */
  open(): Promise<void> {
    this.#opening ??= this.#load();
    return this.#opening;
  }

  /** From now on this is what is listened with. */
  keep(output: Output): void {
    const { name, kind } = output;
    const others = this.#outputs.filter((other) => other.name !== name || other.kind !== kind);
    this.#outputs = [output, ...others].slice(0, MOST_KEPT);
    void this.#settings.keep(KEY, this.#outputs);
  }

  async #load(): Promise<void> {
    const kept = await this.#settings.load(KEY, outputsOf);
    if (this.#outputs.length === 0) this.#outputs = kept ?? [];
  }
}

function outputsOf(stored: unknown): readonly Output[] | undefined {
  return Array.isArray(stored) ? stored.flatMap((each: unknown) => outputOf(each) ?? []) : undefined;
}

/** A stored output; one that another version wrote in another shape is left aside. */
function outputOf(stored: unknown): Output | undefined {
  const { name, kind, checkedMs, ears, ceiling, delay } = (stored ?? {}) as Partial<Record<string, unknown>>;
  const known =
    typeof name === 'string' &&
    (kind === 'headphones' || kind === 'speakers') &&
    typeof checkedMs === 'number';
  if (!known) return undefined;
  return {
    name,
    kind,
    checkedMs,
    ears: EARS.find((each) => each === ears),
    ceiling: numberWithin(ceiling, -80, 6),
    delay: numberWithin(delay, 0, LONGEST_DELAY),
  };
}

function numberWithin(value: unknown, least: number, most: number): number | undefined {
  return typeof value === 'number' && least <= value && value <= most ? value : undefined;
}
