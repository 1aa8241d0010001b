import {
  isEmpty,
  LONGEST_TEXT,
  MOST_SPOKEN,
  type JournalPage,
  type Mood,
  type SpokenNote,
} from '#session/journal-page.ts';
import type { Seconds } from '#session/units.ts';
import type { QuestionId } from '#session/windows.ts';
import type { SoundChange } from '#storage/pages.ts';
import { ForAWhile } from '../for-a-while.svelte.ts';
import { dayOf } from '../session-name.ts';
import type { Outside } from '../ports.ts';

/** How long what was typed may be on its way to the disk. */
const KEPT_AFTER_MS = 600;

/** `blank`: nothing is on it, and nothing of it on the disk. `gone`: it was deleted in another window. */
export type PageState = 'blank' | 'kept' | 'keeping' | 'not-kept' | 'gone';

interface PageParts extends Pick<Outside, 'nowMs' | 'newId'> {
  /** Writes it down, or away where it is empty. `before`: it was on the disk already. */
  keep(
    page: JournalPage,
    changes: readonly SoundChange[],
    before: boolean,
  ): Promise<'kept' | 'not-kept' | 'gone'>;
  sound(page: string, id: string): Promise<ArrayBuffer | undefined>;
}

/** A page somebody writes on: what is written is kept as it is written. */
export class OpenPage {
  readonly #parts: PageParts;
  #page = $state.raw<JournalPage>() as JournalPage;
  #state = $state<PageState>('blank');
  /** A note that was taken away last, with its sound, for as long as it can be had back. */
  readonly #taken = new ForAWhile<{ readonly note: SpokenNote; readonly sound: ArrayBuffer }>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changes: SoundChange[] = [];
  #writing: Promise<void> = Promise.resolve();
  #left = false;
  #onDisk: boolean;

  /** `page`: one that is kept already; a new one where it is left out. */
  constructor(parts: PageParts, page?: JournalPage) {
    this.#parts = parts;
    this.#page = page ?? this.#blank();
    this.#onDisk = page !== undefined;
    if (this.#onDisk) this.#state = 'kept';
  }

  get page(): JournalPage {
    return this.#page;
  }
  get state(): PageState {
    return this.#state;
  }
  get taken(): SpokenNote | undefined {
    return this.#taken.value?.note;
  }
  readonly canSpeak = $derived.by(() => this.#page.spoken.length < MOST_SPOKEN);

  /** `question`: what is asked above it. */
  write(text: string, question: QuestionId): void {
    this.#change({ text: text.slice(0, LONGEST_TEXT), question: this.#page.question ?? question });
  }
  feel(mood: Mood | undefined): void {
    this.#change({ mood });
  }
  ask(question: QuestionId): void {
    if (this.#state === 'blank') this.#page = { ...this.#page, question };
    else this.#change({ question });
  }

  async speak(sound: ArrayBuffer, seconds: Seconds, question: QuestionId): Promise<void> {
    const note = { id: this.#parts.newId(), seconds, madeMs: this.#parts.nowMs() };
    this.#changes.push({ id: note.id, sound });
    this.#change({ spoken: [...this.#page.spoken, note], question: this.#page.question ?? question });
    await this.flush();
  }
  /** Also while it is on its way to the disk, and where the device refused it. */
  async sound({ id }: SpokenNote): Promise<ArrayBuffer | undefined> {
    await this.flush();
    const refused = this.#changes.find((change) => change.id === id);
    return refused?.sound ?? this.#parts.sound(this.#page.id, id);
  }
  /** Takes a spoken note away, from the disk at once. */
  async unspeak(note: SpokenNote): Promise<void> {
    const sound = await this.sound(note);
    this.#taken.set(sound && { note, sound });
    this.#changes.push({ id: note.id, sound: undefined });
    this.#change({ spoken: this.#page.spoken.filter(({ id }) => id !== note.id) });
    await this.flush();
  }
  async undoUnspeak(): Promise<void> {
    const taken = this.#taken.value;
    if (taken === undefined || !this.canSpeak) return;
    this.#taken.clear();
    this.#changes.push({ id: taken.note.id, sound: taken.sound });
    const spoken = [...this.#page.spoken, taken.note].sort((one, other) => one.madeMs - other.madeMs);
    this.#change({ spoken });
    await this.flush();
  }

  /** What is still on its way is written now. */
  flush(): Promise<void> {
    if (this.#timer === undefined) return this.#writing;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const changes = this.#changes;
    this.#changes = [];
    this.#writing = this.#writing.then(() => this.#write(changes));
    return this.#writing;
  }

  /** It is being deleted: nothing more is written, not even what was on its way. */
  async leave(): Promise<void> {
    this.#left = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#writing;
  }

  #blank(): JournalPage {
    const now = this.#parts.nowMs();
    return {
      id: this.#parts.newId(),
      ...{ beganMs: now, changedMs: now, day: dayOf(now) },
      ...{ mood: undefined, question: undefined, text: '', spoken: [] },
    };
  }

  #change(change: Partial<JournalPage>): void {
    if (this.#left) return;
    const changedMs = this.#parts.nowMs();
    // A page begins with its first word, not when somebody looked at the empty paper.
    const begins = this.#state === 'blank' ? { beganMs: changedMs, day: dayOf(changedMs) } : {};
    this.#page = { ...this.#page, ...begins, ...change, changedMs };
    if (this.#state === 'gone') return; // nothing of it is written until somebody wants it
    this.#state = 'keeping';
    this.#timer ??= setTimeout(() => void this.flush(), KEPT_AFTER_MS);
  }

  async #write(changes: readonly SoundChange[]): Promise<void> {
    if (this.#left) return;
    const page = this.#page;
    const became = await this.#parts.keep(page, changes, this.#onDisk);
    if (became === 'not-kept')
      this.#changes.unshift(...changes); // the next write takes them along
    else this.#onDisk = became === 'kept' && !isEmpty(page);
    if (this.#page !== page && became !== 'gone') return;
    this.#state = became === 'kept' && isEmpty(page) ? 'blank' : became;
  }

  /** What was deleted elsewhere while it was written on here, as a page of its own. What was spoken is gone. */
  async keepAnew(): Promise<void> {
    this.#page = { ...this.#page, id: this.#parts.newId(), spoken: [] };
    this.#changes = [];
    this.#state = 'keeping';
    await this.tryAgain();
  }

  /** After a write that the device refused. */
  async tryAgain(): Promise<void> {
    this.#change({});
    await this.flush();
  }
}
