import type { Day } from '#session/calendar.ts';
import { monthOf, type Month } from '#session/months.ts';
import { daysWithPages, isEmpty, latestFirst, monthsOf, type JournalPage } from '#session/journal-page.ts';
import type { JournalWords } from '#session/journal-forms.ts';
import { folded, hasAll, wordsAsked } from '#session/journal-search.ts';
import type { PageStore, RemovedPage, SoundChange } from '#storage/pages.ts';
import { ForAWhile } from '../for-a-while.svelte.ts';
import { NotKept } from '../not-kept.svelte.ts';
import type { HandedFile, Outside } from '../ports.ts';
import { dayOf } from '../session-name.ts';
import { CrisisCard } from './crisis-card.svelte.ts';
import { JournalLight } from './journal-light.svelte.ts';
import { OpenPage } from './open-page.svelte.ts';
import type { JournalKind } from './page-files.ts';
import { PastSessions } from './past-sessions.ts';
import { Speaking } from './speaking.svelte.ts';

export type JournalProblem = 'not-deleted' | 'not-put-back';

/** A person's journal: today's page, all others by their months, found by their words, deleted and had back. */
export class JournalPlace {
  readonly speaking: Speaking;
  readonly crisis: CrisisCard;
  readonly past: PastSessions;
  readonly light: JournalLight;
  /** The day on which it was opened. */
  readonly today: Day;
  readonly #outside: Outside;
  readonly #store: PageStore;
  #pages = $state.raw<readonly JournalPage[]>([]);
  #unreadable = $state(0);
  #writing = $state.raw<OpenPage>() as OpenPage;
  #opened: OpenPage | undefined;
  readonly #removed = new ForAWhile<RemovedPage>();
  #problem = $state<JournalProblem | undefined>();
  readonly #notKept = new NotKept();
  readonly #foldedTexts = new WeakMap<JournalPage, string>();
  /** What is looked for, in all of it. */
  words = $state('');
  /** What is shown while nothing is looked for: a month, or one day of it. */
  month = $state<Month>('');
  day = $state<Day | undefined>();

  private constructor(outside: Outside, store: PageStore, past: PastSessions) {
    this.#outside = outside;
    this.#store = store;
    this.past = past;
    this.speaking = new Speaking(outside);
    this.crisis = new CrisisCard(outside.settings);
    this.light = new JournalLight(outside.settings);
    this.today = dayOf(outside.nowMs());
    this.month = monthOf(this.today);
    this.#writing = new OpenPage(this.#parts());
  }

  static async open(outside: Outside): Promise<JournalPlace> {
    const store = await outside.openPages();
    const [{ pages, unreadable }, past] = await Promise.all([store.all(), PastSessions.open(outside)]);
    const place = new JournalPlace(outside, store, past);
    await Promise.all([place.crisis.open(), place.light.open()]);
    place.#pages = pages.toSorted(latestFirst);
    place.#unreadable = unreadable;
    const begun = place.#pages.find(({ day }) => day === place.today);
    if (begun !== undefined) place.#writing = new OpenPage(place.#parts(), begun);
    return place;
  }

  /** All pages, the latest first. */
  get pages(): readonly JournalPage[] {
    return this.#pages;
  }
  /** How many pages this app cannot read; they are kept as they are. */
  get unreadable(): number {
    return this.#unreadable;
  }
  /** The page of today that is written on. */
  get writing(): OpenPage {
    return this.#writing;
  }
  get removed(): JournalPage | undefined {
    return this.#removed.value?.page;
  }
  get problem(): JournalProblem | undefined {
    return this.#problem;
  }
  /** The device did not keep the last change of a page. */
  get notKept(): boolean {
    return this.#notKept.any;
  }
  readonly months = $derived.by(() => monthsOf(this.#pages, this.today));
  /** The days of the month that have pages, and how many. */
  readonly days = $derived.by(() => daysWithPages(this.#pages, this.month));
  readonly asked = $derived.by(() => wordsAsked(this.words));

  /** What is shown, the latest first. `textOf` says all the words of a page in the person's language. */
  shown(textOf: (page: JournalPage) => string): readonly JournalPage[] {
    if (this.asked.length > 0)
      return this.#pages.filter((page) => hasAll(this.#foldedText(page, textOf), this.asked));
    return this.#pages.filter(({ day }) => (this.day ? day === this.day : monthOf(day) === this.month));
  }

  /** The page of that id, to be read and written on; undefined where there is none. */
  page(id: string): OpenPage | undefined {
    const open = [this.#writing, this.#opened].find((each) => each?.page.id === id);
    if (open !== undefined) return (this.#opened = open);
    const page = this.#pages.find((each) => each.id === id);
    return page && (this.#opened = new OpenPage(this.#parts(), page));
  }

  /** A new page, beside the one of today that is there. */
  async begin(): Promise<void> {
    await this.#writing.flush();
    this.#writing = new OpenPage(this.#parts());
  }

  /** From the device at once; what it was is kept in memory for ten seconds. */
  async remove(open: OpenPage): Promise<void> {
    await open.leave();
    const removed = await this.#store.remove(open.page);
    this.#problem = removed.ok ? undefined : 'not-deleted';
    if (!removed.ok) return this.#renew(open, open.page);
    this.#unlist(open.page);
    this.#renew(open, undefined);
    this.#removed.set(removed.value);
  }

  async undo(): Promise<void> {
    const back = this.#removed.value;
    if (back === undefined) return;
    const done = await this.#store.keep(back.page, ...back.sounds);
    this.#problem = done.ok ? undefined : 'not-put-back';
    if (!done.ok) return;
    this.#removed.clear();
    this.#list(back.page);
    if (back.page.day === this.today && this.#writing.state === 'blank')
      this.#writing = new OpenPage(this.#parts(), back.page);
  }

  async removeAll(): Promise<void> {
    await Promise.all([this.#writing.leave(), this.#opened?.leave()]);
    const gone = await this.#store.removeAll();
    this.#problem = gone.ok ? undefined : 'not-deleted';
    if (!gone.ok) return this.#renew(this.#writing, this.#writing.page);
    this.#pages = [];
    this.#unreadable = 0;
    this.#removed.clear();
    this.#renew(this.#writing, undefined);
  }

  /** All of it, to be taken along. */
  async file(kind: JournalKind, words: JournalWords): Promise<HandedFile> {
    await this.flush();
    const { journalFile } = await import('./page-files.ts');
    return journalFile(kind, {
      ...{ pages: this.#pages, past: this.past, words, savedMs: this.#outside.nowMs() },
      sound: (page, id) => this.#store.sound(page, id),
    });
  }

  /** What is on its way is written. */
  async flush(): Promise<void> {
    await Promise.all([this.#writing.flush(), this.#opened?.flush()]);
  }

  #parts() {
    return {
      nowMs: () => this.#outside.nowMs(),
      newId: () => this.#outside.newId(),
      keep: (page: JournalPage, changes: readonly SoundChange[], before: boolean) =>
        this.#keep(page, changes, before),
      sound: (page: string, id: string) => this.#store.sound(page, id),
    };
  }

  async #keep(page: JournalPage, changes: readonly SoundChange[], before: boolean) {
    if (isEmpty(page)) {
      if (!(await this.#notKept.of(page.id, this.#store.remove(page)))) return 'not-kept';
      this.#unlist(page);
      return 'kept';
    }
    const done = await this.#store[before ? 'change' : 'keep'](page, ...changes);
    if (!done.ok && done.problem === 'gone') {
      this.#unlist(page);
      return 'gone';
    }
    if (!(await this.#notKept.of(page.id, Promise.resolve(done)))) return 'not-kept';
    this.#list(page);
    return 'kept';
  }

  #list(page: JournalPage): void {
    this.#pages = [page, ...this.#pages.filter(({ id }) => id !== page.id)].sort(latestFirst);
  }
  #unlist(page: JournalPage): void {
    this.#pages = this.#pages.filter(({ id }) => id !== page.id);
  }

  /** One that was left cannot be written on any more. */
  #renew(left: OpenPage, page: JournalPage | undefined): void {
    if (this.#opened === left) this.#opened = undefined;
    if (this.#writing === left) this.#writing = new OpenPage(this.#parts(), page);
  }

  #foldedText(page: JournalPage, textOf: (page: JournalPage) => string): string {
    const known = this.#foldedTexts.get(page);
    if (known !== undefined) return known;
    const text = folded(textOf(page));
    this.#foldedTexts.set(page, text);
    return text;
  }
}
