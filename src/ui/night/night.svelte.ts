/** All that the screen shows, on its way to dark, nothing at all, or a dim clock and *pause*. */
export type Shown = 'light' | 'going' | 'black' | 'dim';

/** Untouched for so long the screen begins to go dark; with the fade it is black within 10 s. */
const LIGHT_MS = 7000;
export const GOING_MS = 2400;
/** The dim clock goes sooner: it was only looked at. */
const DIM_MS = 7000;
/** Somebody reads or chooses in a sheet. */
const SHEET_MS = 45_000;

/** How much light the screen of a practice gives: less by itself, more by a touch. */
export class Night {
  #shown = $state<Shown>('light');
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #lightStays: () => boolean;
  #sheetOpen = false;

  constructor(lightStays: () => boolean) {
    this.#lightStays = lightStays;
  }

  get shown(): Shown {
    return this.#shown;
  }

  /** All there is to see, until nobody has touched it for a while. */
  light(): void {
    this.#shown = 'light';
    clearTimeout(this.#timer);
    if (!this.#lightStays())
      this.#timer = setTimeout(() => this.#go(), this.#sheetOpen ? SHEET_MS : LIGHT_MS);
  }

  /** The dim clock, for a while; touched again it stays as long again. */
  dim(): void {
    this.#shown = 'dim';
    this.#blackAfter(DIM_MS);
  }

  black(): void {
    clearTimeout(this.#timer);
    this.#shown = 'black';
  }

  attendSheet(open: boolean): void {
    this.#sheetOpen = open;
    if (this.#shown === 'light') this.light();
  }

  /** As it is from now on. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #go(): void {
    this.#shown = 'going';
    this.#blackAfter(GOING_MS);
  }

  #blackAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.black(), ms);
  }
}
