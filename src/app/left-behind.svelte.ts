import type { Outside } from './ports.ts';
import { unfinished, type Left } from './unfinished.ts';

type Ports = Pick<Outside, 'journal' | 'guides' | 'nowMs' | 'sessionRuns' | 'noSessionRuns'>;

/** A session that was left in its middle, by this tab or another. */
export class LeftBehind {
  readonly #outside: Ports;
  #left = $state.raw<Left | undefined>();
  #elsewhere = $state(false);

  constructor(outside: Ports) {
    this.#outside = outside;
  }

  get left(): Left | undefined {
    return this.#left;
  }
  /** A session runs in another tab: what was left is that one, and two may not play it [ST7]. */
  get elsewhere(): boolean {
    return this.#elsewhere;
  }
  readonly unfinished = $derived.by(() => unfinished(this.#left, this.#outside.nowMs()));

  /** Looks for one; again as soon as the other tab has let go, and before anything is done with it. */
  async look(): Promise<void> {
    const { journal, guides, sessionRuns, noSessionRuns } = this.#outside;
    this.#elsewhere = await sessionRuns();
    if (this.#elsewhere) void noSessionRuns().then(() => this.look());
    const left = await journal.unfinished().catch(() => undefined);
    this.#left = left && { session: left, guide: await guides.reopen(left.saidBy) };
  }

  /** It goes on here, or something else was begun. */
  taken(): void {
    this.#left = undefined;
  }

  /** Nobody wants it any more; unless another tab has gone on with it meanwhile. */
  async discard(): Promise<void> {
    await this.look();
    if (this.#elsewhere) return;
    const left = this.#left;
    this.#left = undefined;
    if (left !== undefined) await this.#outside.journal.finish(left.session.id);
  }
}
