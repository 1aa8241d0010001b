import type { CardContent, EmergencyCard } from '#session/emergency-card.ts';
import type { Settings } from '#storage/settings.ts';

const KEY = 'emergency-card';

/** The clinic's emergency card, kept on this device. While it has none, the one that ships with the app is shown. */
export class KeptCard {
  readonly #settings: Settings;
  readonly #nowMs: () => number;
  #own = $state.raw<EmergencyCard | undefined>();
  #saved = $state<'saved' | 'not-saved'>('saved');

  constructor(settings: Settings, nowMs: () => number) {
    this.#settings = settings;
    this.#nowMs = nowMs;
  }

  /** Undefined where the clinic has not written one, and where it cannot be read. */
  get own(): EmergencyCard | undefined {
    return this.#own;
  }
  /** The number of the wording that is shown; 0 is the one that ships. */
  get wording(): number {
    return this.#own?.wording ?? 0;
  }
  /** Not kept: it is shown until the app closes, and gone then. */
  get saved(): 'saved' | 'not-saved' {
    return this.#saved;
  }

  async open(): Promise<void> {
    const { cardOf } = await import('#session/emergency-card-reading.ts');
    this.#own ??= await this.#settings.load(KEY, cardOf);
  }

  /** A new wording, with the next number. */
  async keep(content: CardContent): Promise<void> {
    this.#own = { ...content, wording: this.wording + 1, keptMs: this.#nowMs() };
    const kept = await this.#settings.keep(KEY, { v: 1, ...this.#own });
    this.#saved = kept.ok ? 'saved' : 'not-saved';
  }
}
