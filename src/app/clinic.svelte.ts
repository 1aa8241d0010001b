import {
  DEFAULT_TAGS,
  DEFAULT_TIMES,
  MOST_TAGS,
  MOST_VITALS,
  type ClinicTimes,
  type Tag,
  type VitalsTimes,
} from '#session/clinic.ts';
import { tagsOf, timesOf } from '#session/clinic-reading.ts';
import type { RouteId } from '#session/plan.ts';
import { NotKept } from './not-kept.svelte.ts';
import type { Outside } from './ports.ts';

const [TIMES, TAGS, ANNOUNCED] = ['clinic-times', 'clinic-tags', 'clinic-announced'];

/** What a clinic sets for itself, kept on this device from one visit to the next. */
export class Clinic {
  readonly #outside: Pick<Outside, 'settings' | 'newId'>;
  #times = $state.raw<ClinicTimes>(DEFAULT_TIMES);
  #tags = $state.raw<readonly Tag[]>(DEFAULT_TAGS);
  #announced = $state(false);
  readonly #notKept = new NotKept();

  private constructor(outside: Pick<Outside, 'settings' | 'newId'>) {
    this.#outside = outside;
  }

  /** With the app's own starting points at once, and with what was kept as soon as that is here. */
  static now(outside: Pick<Outside, 'settings' | 'newId'>): Clinic {
    const clinic = new Clinic(outside);
    void clinic.#load();
    return clinic;
  }

  /** Resolves when what was kept is here: for an editor, which must not write over it. */
  static async open(outside: Pick<Outside, 'settings' | 'newId'>): Promise<Clinic> {
    const clinic = new Clinic(outside);
    await clinic.#load();
    return clinic;
  }

  get times(): ClinicTimes {
    return this.#times;
  }
  get tags(): readonly Tag[] {
    return this.#tags;
  }
  /** A line announces the touch at every vitals minute. */
  get announced(): boolean {
    return this.#announced;
  }
  /** The device did not keep the last change; it holds until the page is closed. */
  get notKept(): boolean {
    return this.#notKept.any;
  }

  setVitals(route: RouteId, change: Partial<VitalsTimes>): void {
    const vitals = { ...this.#times.vitals, [route]: { ...this.#times.vitals[route], ...change } };
    this.#keepTimes({ ...this.#times, vitals });
  }
  /** A time that is there already, and one too many, change nothing. */
  addVitalsAt(route: RouteId, minute: number): void {
    const { minutes } = this.#times.vitals[route];
    if (minutes.includes(minute) || minutes.length >= MOST_VITALS) return;
    this.setVitals(route, { minutes: [...minutes, minute].sort((a, b) => a - b) });
  }
  removeVitalsAt(route: RouteId, minute: number): void {
    this.setVitals(route, { minutes: this.#times.vitals[route].minutes.filter((each) => each !== minute) });
  }
  setStay(route: RouteId, minutes: number): void {
    this.#keepTimes({ ...this.#times, stay: { ...this.#times.stay, [route]: minutes } });
  }
  announce(announced: boolean): void {
    this.#announced = announced;
    this.#keep(ANNOUNCED, announced);
  }

  readonly canAddTag = $derived(this.#tags.length < MOST_TAGS);
  addTag(name: string): void {
    if (!this.canAddTag || name.trim() === '') return;
    const id = `own.${this.#outside.newId().slice(0, 8)}`;
    this.#keepTags([...this.#tags, { id, name: name.trim().slice(0, 40) }]);
  }
  removeTag(id: string): void {
    this.#keepTags(this.#tags.filter((tag) => tag.id !== id));
  }
  /** Brings a tag that was taken away back to its place. */
  putBackTag(tag: Tag, nth: number): void {
    this.#keepTags(this.#tags.toSpliced(nth, 0, tag));
  }

  async #load(): Promise<void> {
    const { settings } = this.#outside;
    const [times, tags, announced] = await Promise.all([
      settings.load(TIMES, timesOf),
      settings.load(TAGS, tagsOf),
      settings.load(ANNOUNCED, (stored) => (typeof stored === 'boolean' ? stored : undefined)),
    ]);
    this.#times = times ?? DEFAULT_TIMES;
    this.#tags = tags ?? DEFAULT_TAGS;
    this.#announced = announced ?? false;
  }

  #keepTimes(times: ClinicTimes): void {
    this.#times = times;
    this.#keep(TIMES, times);
  }
  #keepTags(tags: readonly Tag[]): void {
    this.#tags = tags;
    this.#keep(TAGS, tags);
  }
  #keep(key: string, value: unknown): void {
    void this.#notKept.of(key, this.#outside.settings.keep(key, value));
  }
}
