import { presetProblem, type Preset, type PresetProblem, type Settled } from '#session/preset.ts';
import { ForAWhile } from './for-a-while.svelte.ts';
import type { OwnThings } from './own-things.svelte.ts';
import type { Taking } from './taking.svelte.ts';

/** What was done last to a preset, for as long as it can be undone. */
export interface PresetChange {
  readonly what: 'renamed' | 'replaced' | 'deleted';
  /** As it was before. */
  readonly before: Preset;
}

/** What a clinic has settled under names: kept from what is set now, taken up, renamed, replaced, deleted. */
export class PresetBook {
  readonly #presets: OwnThings<Preset>;
  readonly #taking: Taking;
  readonly #change = new ForAWhile<PresetChange>();

  constructor(presets: OwnThings<Preset>, taking: Taking) {
    this.#presets = presets;
    this.#taking = taking;
  }

  get all(): readonly Preset[] {
    return this.#presets.all;
  }
  /** The device did not keep the last change; it holds until the page is closed. */
  get notKept(): boolean {
    return this.#presets.notKept;
  }
  get change(): PresetChange | undefined {
    return this.#change.value;
  }
  /** What is set now, as a preset has it. */
  get now(): Settled {
    return this.#taking.now;
  }

  isSet({ settled }: Preset): boolean {
    return this.#taking.isSettled(settled);
  }

  take({ id, settled }: Preset): void {
    this.#taking.take(id, settled);
  }

  /** `preset`: the one that is to be called so; undefined for one more. */
  problem(name: string, preset?: Preset): PresetProblem | undefined {
    return presetProblem(this.all, name, preset?.id);
  }

  /** What is set now, under a name that nothing stands against. */
  async keep(name: string): Promise<void> {
    this.#change.clear();
    await this.#presets.keep({ v: 1, id: this.#presets.newId(), name: name.trim(), settled: this.now });
  }

  async rename(preset: Preset, name: string): Promise<void> {
    this.#changed('renamed', preset);
    await this.#presets.keep({ ...preset, name: name.trim() });
  }

  /** From now on the name stands for what is set now. */
  async replace(preset: Preset): Promise<void> {
    this.#changed('replaced', preset);
    await this.#presets.keep({ ...preset, settled: this.now });
  }

  async remove(preset: Preset): Promise<void> {
    this.#changed('deleted', preset);
    await this.#presets.remove(preset);
  }

  async undo(): Promise<void> {
    const change = this.#change.value;
    this.#change.clear();
    if (change !== undefined) await this.#presets.keep(change.before);
  }

  #changed(what: PresetChange['what'], before: Preset): void {
    this.#change.set({ what, before });
  }
}
