import type { Picture, Remark, Take } from '#audio/recording/take.ts';
import { allLineIds, anyLineText, isAnyLineId, type AnyLineId } from '#guidance/all-lines.ts';
import type { GuideStore, OwnGuide, Recording } from '#storage/guides.ts';
import type { StorageProblem } from '#storage/told.ts';
import { UNDO_FOR } from './act-times.ts';
import { createShippedGuide, linesOf } from './guide.ts';
import type { Outside } from './ports.ts';
import type { SoundSetup } from './sound-setup.svelte.ts';
import type { Hearing } from './voices/hearing.svelte.ts';
import type { TakeRecorder } from './voices/take-recorder.svelte.ts';
import { takingIn } from './voices/taking-in.ts';
import type { Refusal } from './voices/zip.ts';

export type { OwnGuide };

/** What became of the last recording. */
export interface Kept {
  readonly seconds: number;
  readonly remarks: readonly Remark[];
  readonly picture: Picture;
}

const NOTHING: ReadonlyMap<string, Recording> = new Map();

interface StudioParts extends Pick<
  Outside,
  'openGuideStore' | 'openLineWorker' | 'download' | 'newId' | 'nowMs' | 'guides'
> {
  readonly recorder: TakeRecorder;
  readonly hearing: Hearing;
  /** The session that is being planned: what it says is recorded first. */
  readonly setup: SoundSetup;
}

/** Where somebody records a guide of their own, line by line. Imported when it is wanted. */
export class GuideStudio {
  readonly #parts: StudioParts;
  readonly #store: GuideStore;
  #guides = $state.raw<readonly OwnGuide[]>([]);
  #guide = $state.raw<OwnGuide | undefined>();
  #recordings = $state.raw<ReadonlyMap<string, Recording>>(NOTHING);
  #line = $state<AnyLineId>('welcome.here');
  #kept = $state.raw<Kept | undefined>();
  #problem = $state<StorageProblem | undefined>();
  #refusal = $state.raw<Refusal | undefined>();
  #removed = $state.raw<OwnGuide | undefined>();
  #removing: ReturnType<typeof setTimeout> | undefined;

  private constructor(parts: StudioParts, store: GuideStore) {
    this.#parts = parts;
    this.#store = store;
  }

  static async open(parts: StudioParts): Promise<GuideStudio> {
    const studio = new GuideStudio(parts, await parts.openGuideStore());
    await studio.#list();
    return studio;
  }

  get guides(): readonly OwnGuide[] {
    return this.#guides;
  }
  /** The one that is being recorded. */
  get guide(): OwnGuide | undefined {
    return this.#guide;
  }
  get line(): AnyLineId {
    return this.#line;
  }
  get kept(): Kept | undefined {
    return this.#kept;
  }
  get problem(): StorageProblem | undefined {
    return this.#problem;
  }
  /** Why nothing was taken in from the last file. */
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }
  /** Deleted, and for a while to be had back. */
  get removed(): OwnGuide | undefined {
    return this.#removed;
  }
  readonly words = $derived(anyLineText(this.#line, 'en'));
  readonly recorded = $derived.by(() => allLineIds.filter((line) => this.isRecorded(line)).length);

  /** What the session that is being planned may say, in its order: what is recorded first. */
  readonly needed = $derived.by(() =>
    linesOf(this.#parts.setup.plan, createShippedGuide('en')).filter(isAnyLineId),
  );
  readonly missing = $derived.by(() => this.needed.filter((line) => !this.isRecorded(line)).length);
  readonly #order = $derived.by(() => {
    const { needed } = this;
    return [...needed, ...allLineIds.filter((line) => !needed.includes(line))];
  });

  isRecorded(line: string): boolean {
    return this.#recordings.has(line);
  }
  /** Recorded, but with words that have been written anew since. */
  isStale(line: AnyLineId): boolean {
    const recording = this.#recordings.get(line);
    return recording !== undefined && recording.text !== anyLineText(line, 'en');
  }
  async create(name: string): Promise<void> {
    const guide = {
      id: `own.${this.#parts.newId()}`,
      name,
      language: 'en',
      gaps: 'shipped',
      madeMs: this.#parts.nowMs(),
    } as const;
    if (await this.#keepGuide(guide)) await this.choose(guide);
  }

  async choose(guide: OwnGuide): Promise<void> {
    this.#guide = guide;
    this.#recordings = await this.#store.recordings(guide.id);
    this.goTo(this.#order.find((line) => !this.isRecorded(line)) ?? this.#line);
  }

  async change(change: Partial<Pick<OwnGuide, 'name' | 'gaps'>>): Promise<void> {
    if (this.#guide === undefined) return;
    const guide = { ...this.#guide, ...change };
    if (await this.#keepGuide(guide)) this.#guide = guide;
  }

  /** It goes from the list at once, and from the device when it can no longer be had back. */
  remove(guide: OwnGuide): void {
    this.#finishRemoving();
    this.#guides = this.#guides.filter(({ id }) => id !== guide.id);
    if (this.#guide?.id === guide.id) this.#guide = undefined;
    this.#removed = guide;
    this.#removing = setTimeout(() => this.#finishRemoving(), UNDO_FOR * 1000);
  }

  async undoRemove(): Promise<void> {
    clearTimeout(this.#removing);
    this.#removed = undefined;
    await this.#list();
  }

  /** The whole guide as one file. */
  async save(guide: OwnGuide): Promise<void> {
    const { packGuide } = await import('./guide-file.ts');
    const recordings = await this.#store.recordings(guide.id);
    const lines = await Promise.all(
      [...recordings].map(async ([line, recording]) => {
        const sound = await this.#store.sound(guide.id, line);
        return sound === undefined ? [] : [{ line, recording, sound }];
      }),
    );
    const name = `${guide.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.undertone-guide.zip`;
    this.#parts.download(name, 'application/zip', packGuide({ ...guide, lines: lines.flat() }));
  }

  /** Takes a guide in from such a file, whole or not at all. */
  async takeIn(file: Blob): Promise<void> {
    const read = await takingIn(file, this.#parts.openLineWorker, async (bytes, worker) => {
      const { unpackGuide } = await import('./guide-file.ts');
      return unpackGuide(bytes, worker);
    });
    this.#refusal = read.ok ? undefined : read.problem;
    if (!read.ok) return;
    const { lines, ...about } = read.value;
    const guide = { id: `own.${this.#parts.newId()}`, ...about, madeMs: this.#parts.nowMs() };
    const kept = await this.#store.keepWhole(guide, lines);
    if (!kept.ok) this.#refusal = { kind: kept.problem };
    await this.#list();
    if (kept.ok) await this.choose(guide);
  }

  goTo(line: AnyLineId): void {
    this.#line = line;
    this.#kept = undefined;
    this.#problem = undefined;
    this.#parts.recorder.forget();
  }

  next(): void {
    const order = this.#order;
    const nth = order.indexOf(this.#line);
    const after = [...order.slice(nth + 1), ...order.slice(0, nth)];
    this.goTo(after.find((line) => !this.isRecorded(line)) ?? after[0] ?? this.#line);
  }

  /** The one big button: begins a recording, or ends it and keeps what came of it. */
  async press(): Promise<void> {
    const { hearing, recorder } = this.#parts;
    hearing.stop();
    this.#kept = undefined;
    this.#problem = undefined;
    const [line, take] = [this.#line, await recorder.press()];
    if (take !== undefined) await this.#write(line, take);
  }

  /** Lets the line that was recorded be heard by itself. */
  async hear(): Promise<void> {
    if (this.#guide === undefined) return;
    const sound = await this.#store.sound(this.#guide.id, this.#line);
    if (sound !== undefined) this.#parts.hearing.alone(sound);
  }

  /** Lets it be heard where the session that is being planned would say it. */
  async hearInSession(): Promise<void> {
    const { guides, hearing, recorder } = this.#parts;
    const guide = await guides.open(this.#guide?.id ?? '');
    if (guide === undefined) return;
    recorder.close(); // an open microphone makes telephones of headphones
    await hearing.inContext(guide, this.#line);
  }

  /** What was deleted is gone. */
  close(): void {
    this.#finishRemoving();
  }

  async #write(line: AnyLineId, { sound, seconds, remarks, picture }: Take): Promise<void> {
    const guide = this.#guide?.id ?? '';
    const recording = { text: anyLineText(line, 'en'), seconds, recordedMs: this.#parts.nowMs() };
    const stored = await this.#store.record([{ guide, line, recording, sound }]);
    if (!stored.ok) {
      this.#problem = stored.problem;
      return;
    }
    this.#recordings = await this.#store.recordings(guide);
    if (line === this.#line) this.#kept = { seconds, remarks, picture };
  }

  async #keepGuide(guide: OwnGuide): Promise<boolean> {
    const kept = await this.#store.keep(guide);
    this.#problem = kept.ok ? undefined : kept.problem;
    await this.#list();
    return kept.ok;
  }

  async #list(): Promise<void> {
    const all = await this.#store.all().catch(() => []);
    const shown = all.filter(({ id }) => id !== this.#removed?.id);
    this.#guides = [...shown].sort((one, other) => one.madeMs - other.madeMs);
  }

  #finishRemoving(): void {
    clearTimeout(this.#removing);
    const gone = this.#removed;
    this.#removed = undefined;
    if (gone !== undefined) void this.#store.remove(gone.id);
  }
}
