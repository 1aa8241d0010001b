import type { Settings } from '#storage/settings.ts';

/** Whether the journal is written by day or by night. */
export const LIGHTS = ['device', 'day', 'night'] as const;
export type Light = (typeof LIGHTS)[number];

const KEY = 'journal-light';

/** The light somebody likes for their journal; that of the device until they choose. */
export class JournalLight {
  readonly #settings: Settings;
  #chosen = $state<Light>('device');

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  get chosen(): Light {
    return this.#chosen;
  }

  async open(): Promise<void> {
    const known = (stored: unknown) => LIGHTS.find((light) => light === stored);
    this.#chosen = (await this.#settings.load(KEY, known)) ?? 'device';
  }

  async choose(light: Light): Promise<void> {
    this.#chosen = light;
    await this.#settings.keep(KEY, light); // where it is not kept, the next visit has the device's light again
  }
}
