import type { Camera, CameraProblem } from '#platform/camera.ts';
import type { Exchange } from '#platform/exchange.ts';
import type { Misfit } from '#session/misfit.ts';
import { parseCard } from '#session/preference-card-reading.ts';
import {
  fitOf,
  withCard,
  type CardFit,
  type CardPlaces,
  type PreferenceCard,
} from '#session/preference-card.ts';
import { settleTheSame, type Settled } from '#session/preset.ts';
import type { Preparing } from '../preparing.svelte.ts';

/** Why no card was read: there is no code in the picture, it is no picture, the file cannot be read, or what it says is no card. */
export type CardProblem =
  | { readonly kind: 'no-code' | 'not-opened' | 'not-read' }
  | { readonly kind: CameraProblem }
  | { readonly kind: 'misfit'; readonly misfit: Misfit };

/** A camera that looks for a code. */
export type CardCamera = Camera;

/** What a card is known by in what was taken up. */
const TAKEN = 'card';
/** A card is far smaller; what is larger is not read to its end. */
const MOST_BYTES = 16 * 1024;
/** A photograph of a code; phones make none that is larger. */
const LARGEST_PICTURE = 64 * 1024 * 1024;

/** A card that somebody brings from home, read and looked at before anything of it is taken up. */
export class CardTaking {
  readonly #preparing: Pick<Preparing, 'taking' | 'setup'>;
  readonly #exchange: Exchange;
  #card = $state.raw<PreferenceCard | undefined>();
  #problem = $state.raw<CardProblem | undefined>();
  /** What was settled before it was taken up. */
  #before: Settled | undefined;

  constructor(preparing: Pick<Preparing, 'taking' | 'setup'>, exchange: Exchange) {
    this.#preparing = preparing;
    this.#exchange = exchange;
  }

  /** The card that was read last; nothing of it is taken up yet. */
  get card(): PreferenceCard | undefined {
    return this.#card;
  }
  get problem(): CardProblem | undefined {
    return this.#problem;
  }
  /** Whether a camera can be asked for. */
  get canLook(): boolean {
    return this.#exchange.openCamera !== undefined;
  }
  /** It was taken up just now, and can be taken back. */
  readonly canUndo = $derived.by(() => this.#preparing.taking.taken === TAKEN);
  readonly #places = $derived.by<CardPlaces>(() => {
    const { place, laterPlace } = this.#preparing.setup.breath;
    return { first: place, later: laterPlace };
  });
  /** As far as it goes into the session that is planned now. */
  readonly fit = $derived.by<CardFit | undefined>(
    () => this.#card && fitOf(this.#card, this.#preparing.taking.now, this.#places),
  );

  /** All of it that may be is in the session already. */
  readonly isTaken = $derived.by(() => {
    const { now } = this.#preparing.taking;
    return this.#card !== undefined && settleTheSame(now, withCard(now, this.#card, this.#places));
  });

  /** Reads a line, or the text of a file. */
  read(text: string): void {
    const read = parseCard(text);
    this.#card = read.ok ? read.value : undefined;
    this.#problem = read.ok ? undefined : { kind: 'misfit', misfit: read.problem };
  }

  /** Reads a file: a card's own, or a picture of its code. */
  async open(file: Blob): Promise<void> {
    this.forget();
    if (!file.type.startsWith('image/')) return this.#readText(file);
    if (file.size > LARGEST_PICTURE) {
      this.#problem = { kind: 'not-opened' };
      return;
    }
    try {
      const reader = await this.#exchange.createCodeReader();
      const text = await reader.read(file);
      if (text === undefined) this.#problem = { kind: 'no-code' };
      else this.read(text);
    } catch {
      this.#problem = { kind: 'not-opened' };
    }
  }

  async #readText(file: Blob): Promise<void> {
    const text = await file
      .slice(0, MOST_BYTES)
      .text()
      .catch(() => undefined); // it was moved, or its card was pulled out
    if (text === undefined) this.#problem = { kind: 'not-read' };
    else this.read(text);
  }

  /** Asks for the camera; in a tap. Undefined where it cannot be had. */
  async look(): Promise<Camera | undefined> {
    this.forget();
    const opened = await this.#exchange.openCamera?.();
    if (opened === undefined) return undefined;
    if (opened.ok) return opened.value;
    this.#problem = { kind: opened.problem };
    return undefined;
  }

  /** Reads codes as long as `seen` has any, until one is a card or it is stopped. What is no card is told, and looked past. */
  async watch(video: HTMLVideoElement, pause: () => Promise<boolean>): Promise<void> {
    const reader = await this.#exchange.createCodeReader().catch(() => undefined);
    if (reader === undefined) return void (this.#problem = { kind: 'not-opened' });
    while (this.#card === undefined && (await pause())) {
      const text = await reader.read(video).catch(() => undefined); // a frame that is not there yet
      if (text !== undefined) this.read(text);
    }
  }

  /** Takes up what of it may be, at once and to be undone. */
  takeUp(): void {
    const { taking } = this.#preparing;
    if (this.#card === undefined) return;
    if (!this.isTaken) this.#before = taking.now;
    taking.take(TAKEN, withCard(taking.now, this.#card, this.#places));
  }

  undo(): void {
    this.#before = undefined;
    this.#preparing.taking.undo();
  }

  /** Another card is to be read; what was taken up stays. */
  forget(): void {
    this.#card = this.#problem = undefined;
  }

  /** For the next person: what this one brought goes with them, where nobody has changed it since. */
  letGo(): void {
    const { taking } = this.#preparing;
    const before = this.#before;
    if (before !== undefined && this.isTaken) {
      const { bell, breath, beds } = before;
      taking.put({ ...taking.now, bell, breath, beds });
    }
    this.#before = undefined;
    this.forget();
  }
}
