/** What is drawn of a tide, in shares of its whole: heights at equal distances, and places by name. */
export interface TideShape {
  readonly heights: readonly number[];
  readonly places: Readonly<Record<string, number>>;
}

const DURATION_MS = 900;
/** A change below this share of the width is the session going on; above it somebody has moved it. */
const JUMP = 0.004;

/** Moves one shape of the tide into another, so that an act is seen to bend it. */
export class Morph {
  shown = $state.raw<TideShape>({ heights: [], places: {} });
  #from: TideShape = this.shown;
  #target: TideShape = this.shown;
  #began = 0;
  #frame = 0;

  /** Towards a new shape: at once if it is a small step or nothing may move, else over 0.9 s. */
  show(target: TideShape, still: boolean): void {
    const moved = furthest(this.#target, target) > JUMP;
    this.#target = target;
    if (still || (!moved && this.#frame === 0)) return this.#arrive();
    if (moved) {
      this.#from = this.shown;
      this.#began = performance.now();
    }
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#step());
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #arrive(): void {
    this.stop();
    this.shown = this.#target;
  }

  #step(): void {
    const share = (performance.now() - this.#began) / DURATION_MS;
    if (share >= 1) return this.#arrive();
    this.shown = between(
      this.#from,
      this.#target,
      share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) ** 2,
    );
    this.#frame = requestAnimationFrame(() => this.#step());
  }
}

function furthest(from: TideShape, to: TideShape): number {
  if (from.heights.length === 0) return 0;
  const moves = Object.entries(to.places).map(([name, place]) =>
    Math.abs(place - (from.places[name] ?? place)),
  );
  const gone = Object.keys(from.places).length === Object.keys(to.places).length ? 0 : 1;
  return Math.max(gone, ...moves);
}

function between(from: TideShape, to: TideShape, share: number): TideShape {
  const mix = (a: number | undefined, b: number) => (a === undefined ? b : a + (b - a) * share);
  return {
    heights: to.heights.map((height, nth) => mix(from.heights[nth], height)),
    places: Object.fromEntries(
      Object.entries(to.places).map(([name, place]) => [name, mix(from.places[name], place)]),
    ),
  };
}
