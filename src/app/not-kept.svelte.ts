import type { Result } from '#session/units.ts';

/** Which of several things the device did not keep when they last changed: one that it keeps does not hide another. */
export class NotKept {
  #names = $state.raw<readonly string[]>([]);

  /** Something that was changed holds only until the page is closed. */
  get any(): boolean {
    return this.#names.length > 0;
  }

  /** Whether the device kept it, told when that is known; a write that fails by throwing was not kept either. */
  async of(name: string, keeping: Promise<Result<unknown, unknown>>): Promise<boolean> {
    const { ok } = await keeping.catch(() => ({ ok: false }));
    const others = this.#names.filter((each) => each !== name);
    this.#names = ok ? others : [...others, name];
    return ok;
  }
}
