import type { Settings } from '#storage/settings.ts';

export const CAPTION_SIZES = ['normal', 'large', 'largest'] as const;
export type CaptionSize = (typeof CAPTION_SIZES)[number];

/** How captions are shown. */
export interface CaptionLook {
  readonly shown: boolean;
  readonly size: CaptionSize;
  /** Bells in words, for those who cannot hear them. */
  readonly bells: boolean;
  /** A screen reader says them, or a braille line shows them; else it would speak over the voice. */
  readonly announced: boolean;
}

const KEY = 'captions';
const AT_FIRST: CaptionLook = { shown: true, size: 'normal', bells: false, announced: false };

/** How this person wants captions; kept from one visit to the next. */
export class Captions {
  readonly #settings: Settings;
  #look = $state.raw<CaptionLook>(AT_FIRST);

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  get look(): CaptionLook {
    return this.#look;
  }

  async open(): Promise<void> {
    this.#look = (await this.#settings.load(KEY, lookOf)) ?? this.#look;
  }

  change(change: Partial<CaptionLook>): void {
    this.#look = { ...this.#look, ...change };
    void this.#settings.keep(KEY, this.#look);
  }
}

/** What was kept, as far as it is understood. */
function lookOf(stored: unknown): CaptionLook | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { shown, size, bells, announced } = stored as Partial<Record<keyof CaptionLook, unknown>>;
  const either = (value: unknown, otherwise: boolean) => (typeof value === 'boolean' ? value : otherwise);
  return {
    shown: either(shown, AT_FIRST.shown),
    size: CAPTION_SIZES.find((each) => each === size) ?? AT_FIRST.size,
    bells: either(bells, AT_FIRST.bells),
    announced: either(announced, AT_FIRST.announced),
  };
}
