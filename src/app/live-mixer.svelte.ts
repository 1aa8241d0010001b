import type { BedSound, Bus } from '#session/layers.ts';
import type { EventBody } from '#session/log.ts';
import { canAdd, isHeard, type Mix, type Strip } from '#session/mix.ts';
import type { Decibels } from '#session/units.ts';

/** The mixer of a running session: what there is to be heard, how loud, and what a hand does about it. */
export class LiveMixer {
  readonly #mix: () => Mix;
  readonly #act: (body: EventBody) => void;
  readonly #quietly: (body: EventBody) => void;

  /** `act` is answered and can be taken back; `quietly` is for what is its own undoing. */
  constructor(mix: () => Mix, act: (body: EventBody) => void, quietly: (body: EventBody) => void) {
    this.#mix = mix;
    this.#act = act;
    this.#quietly = quietly;
  }

  readonly mix = $derived.by(() => this.#mix());

  setLevel(bus: Bus, level: Decibels): void {
    if (level !== this.mix.levels[bus]) this.#quietly({ type: 'bus-level-changed', bus, level });
  }
  setBedLevel(layer: BedSound, level: Decibels): void {
    this.#quietly({ type: 'layer-level-changed', layer, level });
  }
  mute(strip: Strip, muted: boolean): void {
    this.#act({ type: 'strip-muted', strip, muted });
  }
  /** Hears a strip alone, beside the voice; or all of them again. */
  solo(strip: Strip, soloed: boolean): void {
    this.#act({ type: 'strip-soloed', strip, soloed });
  }
  addBed(bed: BedSound): void {
    if (this.canAdd(bed)) this.#act({ type: 'bed-added', bed, level: 0 });
  }
  removeBed(bed: BedSound): void {
    this.#act({ type: 'bed-removed', bed });
  }
  canAdd(bed: BedSound): boolean {
    return canAdd(this.mix, bed);
  }
  isHeard(strip: Strip): boolean {
    return isHeard(this.mix, strip);
  }
}
