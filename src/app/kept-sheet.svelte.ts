import type { Settled } from '#session/preset.ts';
import { sheetDraftOf } from '#session/sheet-draft-reading.ts';
import { isOld, type Person, type SheetDraft } from '#session/sheet-draft.ts';
import { ForAWhile } from './for-a-while.svelte.ts';
import { NotKept } from './not-kept.svelte.ts';
import type { Outside } from './ports.ts';
import type { Preparing } from './preparing.svelte.ts';
import { FIRST_ROUTE } from './session-setup.svelte.ts';

export type SheetPorts = Pick<Outside, 'settings' | 'nowMs'>;

/** All that is written on a sheet. */
interface Written {
  readonly settled: Settled;
  readonly person: Person;
  readonly checked: readonly string[];
}

const KEY = 'sheet-draft';
/** Longer than between two letters, shorter than it takes to leave. */
const SOON_MS = 300;

/** The sheet until a session begins with it: kept soon after each change, taken back when the app opens again. */
export class KeptSheet {
  readonly #preparing: Preparing;
  readonly #outside: SheetPorts;
  readonly #notKept = new NotKept();
  #offered = $state.raw<SheetDraft | undefined>();
  #takenBack = $state.raw<SheetDraft | undefined>();
  readonly #emptied = new ForAWhile<Written>();
  #writing: ReturnType<typeof setTimeout> | undefined;
  /** What is written where there is nothing to keep: on a blank sheet, or on one that a session has begun with. */
  #nothing = '';
  /** What lies on the device, as far as this page has written it. */
  #lying = '';
  /** As it was taken back: to be looked at makes no sheet younger. */
  #asTaken: { readonly text: string; readonly keptMs: number } | undefined;
  #reading = true;

  constructor(preparing: Preparing, outside: SheetPorts) {
    this.#preparing = preparing;
    this.#outside = outside;
  }

  readonly #written = $derived.by<Written>(() => {
    const { taking, person, checked } = this.#preparing;
    return { settled: taking.now, person, checked };
  });
  readonly #text = $derived(JSON.stringify(this.#written));

  /** One that may be another person's: it waits until somebody wants it. */
  get offered(): SheetDraft | undefined {
    return this.#offered;
  }
  /** The one that was taken back by itself. */
  get takenBack(): SheetDraft | undefined {
    return this.#takenBack;
  }
  /** The sheet was emptied just now, and can be had back. */
  get emptied(): boolean {
    return this.#emptied.value !== undefined;
  }
  /** The device does not keep the sheet; it holds until the page is closed. */
  get notKept(): boolean {
    return this.#notKept.any;
  }

  /** Takes back what was kept, and from then on keeps what is written. For the life of the page. */
  async open(): Promise<void> {
    this.#nothing = this.#lying = this.#text;
    $effect.root(() => {
      $effect(() => {
        if (this.#text !== this.#lying) this.#soon();
      });
    });
    const draft = await this.#outside.settings.load(KEY, sheetDraftOf);
    // The route is there to be chosen before the sheet is.
    const untouched = this.#text === this.#nothing && this.#preparing.setup.route === FIRST_ROUTE;
    if (draft !== undefined && this.#reading) {
      if (untouched && !isOld(draft, this.#outside.nowMs())) await this.#takeBack(draft);
      else this.#offered = draft;
    }
    this.#reading = false;
  }

  /** Takes up the one that is offered; what was checked then has to be checked anew [PR10]. */
  take(): void {
    const draft = this.#offered;
    this.#offered = undefined;
    if (draft !== undefined) this.#put({ ...draft, checked: [] });
  }

  /** A session has begun with it, or nobody wants it: from now on nothing of it is kept. */
  clear(): void {
    this.#reading = false;
    this.#offered = this.#takenBack = this.#asTaken = undefined;
    this.#emptied.clear();
    clearTimeout(this.#writing);
    this.#nothing = this.#lying = this.#text;
    void this.#notKept.of(KEY, this.#outside.settings.keep(KEY, undefined));
  }

  /** Empties it for the next person, for a while to be had back. */
  nextPerson(): void {
    const before = this.#written;
    this.#preparing.reset();
    this.#emptied.set(before);
  }

  undo(): void {
    const before = this.#emptied.value;
    this.#emptied.clear();
    if (before !== undefined) this.#put(before);
  }

  async #takeBack(draft: SheetDraft): Promise<void> {
    this.#put(draft);
    this.#takenBack = draft;
    await this.#preparing.taking.settled();
    this.#asTaken = { text: this.#text, keptMs: draft.keptMs };
  }

  #put({ settled, person, checked }: Written): void {
    this.#preparing.taking.put(settled, person);
    this.#preparing.checked = checked;
  }

  #soon(): void {
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => void this.#keep(), SOON_MS);
  }

  async #keep(): Promise<void> {
    this.#lying = this.#text;
    await this.#notKept.of(KEY, this.#outside.settings.keep(KEY, this.#draft()));
  }

  #draft(): SheetDraft | undefined {
    if (this.#text === this.#nothing) return undefined;
    const asTaken = this.#asTaken?.text === this.#text ? this.#asTaken.keptMs : undefined;
    return { v: 1, ...this.#written, keptMs: asTaken ?? this.#outside.nowMs() };
  }
}
