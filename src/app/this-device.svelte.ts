import { inTime, PATIENCE_MS } from './in-time.ts';
import type { Outside } from './ports.ts';

export const SIDES = ['home', 'clinic'] as const;
/** Who uses a device: somebody who practises, or somebody who accompanies sessions. */
export type Side = (typeof SIDES)[number];

const KEY = 'side';

type DevicePorts = Pick<Outside, 'settings' | 'isUsed'>;

/** What this device is used for; asked once, and kept. */
export class ThisDevice {
  readonly #outside: DevicePorts;
  /** Resolves, in three seconds at most, once side and use are known as far as they can be. */
  readonly opened: Promise<void>;
  #side = $state<Side | undefined>();
  #used = $state(false);

  constructor(outside: DevicePorts) {
    this.#outside = outside;
    this.opened = this.#open();
  }

  /** Undefined until somebody has chosen. */
  get side(): Side | undefined {
    return this.#side;
  }
  /** Something was kept here before anybody was asked, or it cannot be known: nobody is stopped with a question then. */
  get used(): boolean {
    return this.#used;
  }

  choose(side: Side): void {
    this.#side = side;
    void this.#outside.settings.keep(KEY, side);
  }

  async #open(): Promise<void> {
    const known = await inTime(this.#known(), PATIENCE_MS);
    this.#side ??= known?.side;
    this.#used = known?.used ?? true;
  }

  async #known(): Promise<{ side: Side | undefined; used: boolean }> {
    const side = await this.#outside.settings.load(KEY, (stored) => SIDES.find((each) => each === stored));
    return { side, used: side !== undefined || (await this.#outside.isUsed()) };
  }
}
