import type { Microphone, MicrophoneProblem } from '#audio/recording/microphone.ts';
import type { Remark } from '#audio/recording/take.ts';
import { allLineIds, anyLineText, type AnyLineId } from '#guidance/all-lines.ts';
import type { Decibels } from '#session/units.ts';
import type { GuideStore, OwnGuide, Recording } from '#storage/guides.ts';
import type { StorageProblem } from '#storage/told.ts';
import { UNDO_FOR } from './act-times.ts';
import type { GuideFileProblem } from './guide-file.ts';
import type { Outside } from './ports.ts';

export type { OwnGuide };
export type StudioProblem = MicrophoneProblem | StorageProblem | GuideFileProblem | 'nothing-heard';
/** What the one big button does next. */
export type StudioState = 'ready' | 'opening' | 'recording' | 'keeping';

/** What became of the last recording. */
export interface Kept {
  readonly seconds: number;
  readonly remarks: readonly Remark[];
}

const NOTHING: ReadonlyMap<string, Recording> = new Map();

type Parts = Pick<
  Outside,
  'openGuideStore' | 'openMicrophone' | 'playSound' | 'download' | 'newId' | 'nowMs'
>;

/** Where somebody records a guide of their own, line by line. Imported when it is wanted. */
export class GuideStudio {
  readonly #parts: Parts;
  readonly #store: GuideStore;
  #guides = $state.raw<readonly OwnGuide[]>([]);
  #guide = $state.raw<OwnGuide | undefined>();
  #recordings = $state.raw<ReadonlyMap<string, Recording>>(NOTHING);
  #line = $state<AnyLineId>('welcome.here');
  #state = $state<StudioState>('ready');
  #kept = $state.raw<Kept | undefined>();
  #problem = $state<StudioProblem | undefined>();
  #removed = $state.raw<OwnGuide | undefined>();
  #microphone: Microphone | undefined;
  #playing: { stop(): void } | undefined;
  #removing: ReturnType<typeof setTimeout> | undefined;

  private constructor(parts: Parts, store: GuideStore) {
    this.#parts = parts;
    this.#store = store;
  }

  static async open(parts: Parts): Promise<GuideStudio> {
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
  get state(): StudioState {
    return this.#state;
  }
  get kept(): Kept | undefined {
    return this.#kept;
  }
  get problem(): StudioProblem | undefined {
    return this.#problem;
  }
  /** Deleted, and for a while to be had back. */
  get removed(): OwnGuide | undefined {
    return this.#removed;
  }
  readonly words = $derived(anyLineText(this.#line, 'en'));
  readonly recorded = $derived.by(() => allLineIds.filter((line) => this.isRecorded(line)).length);

  isRecorded(line: string): boolean {
    return this.#recordings.has(line);
  }
  /** Recorded, but with words that have been written anew since. */
  isStale(line: AnyLineId): boolean {
    const recording = this.#recordings.get(line);
    return recording !== undefined && recording.text !== anyLineText(line, 'en');
  }
  /** For the meter; asked once a frame, of no consequence for what is recorded. */
  readonly level = (): Decibels | undefined => this.#microphone?.level();

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
    this.goTo(allLineIds.find((line) => !this.isRecorded(line)) ?? this.#line);
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
  async takeIn(file: Uint8Array): Promise<void> {
    const { unpackGuide } = await import('./guide-file.ts');
    const read = unpackGuide(file);
    if (!read.ok) {
      this.#problem = read.problem;
      return;
    }
    const { lines, ...about } = read.value;
    const guide = { id: `own.${this.#parts.newId()}`, ...about, madeMs: this.#parts.nowMs() };
    const stored = await this.#store.record(lines.map((line) => ({ guide: guide.id, ...line })));
    if (stored.ok && (await this.#keepGuide(guide))) return this.choose(guide);
    if (!stored.ok) this.#problem = stored.problem;
    await this.#store.remove(guide.id); // lines without their guide would lie there for good
  }

  goTo(line: AnyLineId): void {
    this.#line = line;
    this.#kept = undefined;
    this.#problem = undefined;
  }

  next(): void {
    const nth = allLineIds.indexOf(this.#line);
    const after = [...allLineIds.slice(nth + 1), ...allLineIds.slice(0, nth)];
    this.goTo(after.find((line) => !this.isRecorded(line)) ?? after[0] ?? this.#line);
  }

  /** The one big button: begins a recording, or ends it and keeps what came of it. */
  async press(): Promise<void> {
    if (this.#state === 'recording') return this.#keep();
    if (this.#state !== 'ready') return;
    this.#playing?.stop();
    this.#kept = undefined;
    this.#problem = undefined;
    this.#state = 'opening';
    const opened = this.#microphone ?? (await this.#openMicrophone());
    this.#state = opened === undefined ? 'ready' : 'recording';
    opened?.record();
  }

  /** Lets the line that was recorded be heard. */
  async hear(): Promise<void> {
    if (this.#guide === undefined) return;
    const sound = await this.#store.sound(this.#guide.id, this.#line);
    this.#playing?.stop();
    if (sound !== undefined) this.#playing = this.#parts.playSound(sound);
  }

  /** Lets microphone and sound go; what was deleted is gone. */
  close(): void {
    this.#playing?.stop();
    this.#microphone?.close();
    this.#microphone = undefined;
    this.#state = 'ready';
    this.#finishRemoving();
  }

  async #keep(): Promise<void> {
    const taken = this.#microphone?.finish();
    this.#state = 'keeping';
    if (taken?.ok !== true) this.#problem = 'nothing-heard';
    else await this.#write(taken.value.sound, taken.value);
    this.#state = 'ready';
  }

  async #write(sound: ArrayBuffer, { seconds, remarks }: Kept): Promise<void> {
    const [guide, line] = [this.#guide?.id ?? '', this.#line];
    const recording = { text: this.words, seconds, recordedMs: this.#parts.nowMs() };
    const stored = await this.#store.record([{ guide, line, recording, sound }]);
    if (!stored.ok) {
      this.#problem = stored.problem;
      return;
    }
    this.#recordings = await this.#store.recordings(guide);
    this.#kept = { seconds, remarks };
  }

  async #openMicrophone(): Promise<Microphone | undefined> {
    const opened = await this.#parts.openMicrophone();
    if (opened.ok) this.#microphone = opened.value;
    else this.#problem = opened.problem;
    return this.#microphone;
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
