import type { Engine } from '#audio/engine.ts';
import type { Decibels } from '#session/units.ts';
import type { Listening, Output } from '../listening.svelte.ts';
import type { SoundSetup } from '../sound-setup.svelte.ts';
import { CheckPlayer } from './check-player.svelte.ts';
import { EarTrials } from './ear-trials.svelte.ts';
import { Loudness } from './loudness.svelte.ts';
import { TapAlong } from './tap-along.svelte.ts';

/** One after another; each but the first can be left out. */
export const CHECK_STEPS = ['output', 'ears', 'loudest', 'voice', 'delay', 'done'] as const;
export type CheckStep = (typeof CHECK_STEPS)[number];

interface CheckParts {
  readonly openEngine: () => Promise<Engine>;
  readonly listening: Listening;
  /** What the levels are for. */
  readonly setup: SoundSetup;
  readonly dice: () => number;
  readonly nowMs: () => number;
  /** Told what is listened with. */
  readonly onOutput: (kind: Output['kind']) => void;
}

/** A sound check as it is gone through: what is listened with, which ear, how loud, how late. Each result is kept at once. */
export class GuidedCheck {
  readonly player: CheckPlayer;
  readonly ears: EarTrials;
  readonly loudness: Loudness;
  readonly taps: TapAlong;
  readonly #parts: CheckParts;
  #step = $state<CheckStep>('output');
  name = $state('');
  kind = $state<Output['kind']>('headphones');

  constructor(parts: CheckParts) {
    this.#parts = parts;
    this.player = new CheckPlayer(parts.openEngine);
    this.ears = new EarTrials(this.player, parts.dice, (ears) => this.#keep({ ears }));
    this.loudness = new Loudness(this.player, parts.setup);
    this.taps = new TapAlong(this.player, (delay) => this.#keep({ delay }));
    if (parts.listening.output !== undefined) this.choose(parts.listening.output);
  }

  get step(): CheckStep {
    return this.#step;
  }
  /** Through speakers both ears hear both sides: there is nothing to tell apart. */
  readonly steps = $derived.by<readonly CheckStep[]>(() =>
    CHECK_STEPS.filter((step) => step !== 'ears' || this.kind === 'headphones'),
  );
  /** What is known of this headphone or speaker so far. */
  readonly output = $derived.by<Output | undefined>(() =>
    this.#parts.listening.outputs.find((output) => output.name === this.name && output.kind === this.kind),
  );
  get outputs(): readonly Output[] {
    return this.#parts.listening.outputs;
  }

  /** Something that was listened with before. */
  choose({ name, kind }: Output): void {
    this.name = name;
    this.kind = kind;
  }

  async next(): Promise<void> {
    if (this.#step === 'output') {
      this.name = this.name.trim();
      this.#keep({});
      this.#parts.onOutput(this.kind);
    }
    await this.goTo(this.steps[this.steps.indexOf(this.#step) + 1] ?? 'done');
  }

  /** Whatever sounds ends with the step. */
  async goTo(step: CheckStep): Promise<void> {
    this.#step = step;
    await this.player.stop();
    if (step === 'ears') this.ears.begin();
  }

  /** As loud as it is ever wanted is as loud as it is now. */
  keepCeiling(): void {
    this.#keep({ ceiling: this.loudness.level });
  }

  liftCeiling(): void {
    this.#keep({ ceiling: undefined });
  }
  /** The voice of what is planned. */
  get voice(): Decibels {
    return this.#parts.setup.levels.voice;
  }

  async close(): Promise<void> {
    await this.player.stop();
  }

  /** Ears count as checked when they are, speakers by any result. */
  #keep(found: Partial<Output>): void {
    const { listening, nowMs } = this.#parts;
    const { name, kind, output } = this;
    const nothing = { ears: undefined, ceiling: undefined, delay: undefined, checkedMs: nowMs() };
    const checked = found.ears !== undefined || kind === 'speakers' ? { checkedMs: nowMs() } : {};
    listening.keep({ ...nothing, ...output, name, kind, ...checked, ...found });
  }
}
