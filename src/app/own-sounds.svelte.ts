import type { Measured, Unreadable } from '#audio/own/measured.ts';
import type { MeasuringParts } from '#audio/own/measuring.ts';
import type { OwnId } from '#session/layers.ts';
import { shownOf } from '#session/shown.ts';
import type { Result } from '#session/units.ts';
import type { StorageRoom } from '#platform/storage-room.ts';
import type { KeptSound, OwnSoundStore } from '#storage/own-sounds.ts';
import type { StorageProblem } from '#storage/told.ts';
import { UNDO_FOR } from './act-times.ts';
import { NotKept } from './not-kept.svelte.ts';

/** What bringing sounds along asks of the outside. */
export interface OwnSoundPorts {
  openOwnSoundStore(): Promise<OwnSoundStore>;
  measureSound(file: Blob, parts: MeasuringParts): Promise<Result<Measured, Unreadable>>;
  /** `ask` asks the browser not to clear it by itself. */
  storageRoom(ask: boolean): Promise<StorageRoom>;
  newId(): string;
  nowMs(): number;
}

export type { KeptSound };

export type ImportProblem = Unreadable | { readonly kind: StorageProblem };

/** A file on its way in, or one that was refused. */
export interface Import {
  readonly id: string;
  readonly file: string;
  readonly step: 'waiting' | 'measuring' | 'keeping' | 'refused';
  /** Of the measuring, 0 to 1. */
  readonly share: number;
  readonly problem?: ImportProblem;
}

export type SoundChange = Partial<Pick<KeptSound, 'title' | 'kind' | 'origin' | 'notes'>>;

const LONGEST_TITLE = 80;
/** Of a file; none that a system gives is longer. */
const LONGEST_NAME = 255;

/** The sounds somebody has brought along: taken in one after another, described, deleted and had back. */
export class OwnSounds {
  readonly #ports: OwnSoundPorts;
  readonly #store: OwnSoundStore;
  #kept = $state.raw<readonly KeptSound[]>([]);
  #imports = $state.raw<readonly Import[]>([]);
  #removed = $state.raw<KeptSound | undefined>();
  #room = $state.raw<StorageRoom | undefined>();
  readonly #notKept = new NotKept();
  #removing: ReturnType<typeof setTimeout> | undefined;
  #cancels: readonly { readonly id: string; readonly abort: AbortController }[] = [];
  #turn: Promise<void> = Promise.resolve();
  /** The browser has been asked for its promise, once in a visit. */
  #asked = false;

  private constructor(ports: OwnSoundPorts, store: OwnSoundStore) {
    this.#ports = ports;
    this.#store = store;
  }

  static async open(ports: OwnSoundPorts): Promise<OwnSounds> {
    const sounds = new OwnSounds(ports, await ports.openOwnSoundStore());
    const stored = await sounds.#store.all();
    for (const { id } of stored.filter(isRemoved)) await sounds.#store.remove(id); // the app was closed before it could
    sounds.#kept = stored.filter((sound) => !isRemoved(sound));
    return sounds;
  }

  readonly all = $derived.by(() => this.#kept.toSorted((a, b) => a.title.localeCompare(b.title)));
  /** What is on its way in, and what was refused. */
  get imports(): readonly Import[] {
    return this.#imports;
  }
  /** The one that was deleted last, for as long as it can be had back. */
  get removed(): KeptSound | undefined {
    return this.#removed;
  }
  /** Undefined until it was asked for. */
  get room(): StorageRoom | undefined {
    return this.#room;
  }
  /** The device did not keep the last change to a sound. */
  get notKept(): boolean {
    return this.#notKept.any;
  }
  /** All sounds together, in bytes. */
  readonly size = $derived.by(() => this.#kept.reduce((sum, { size }) => sum + size, 0));

  async lookForRoom(ask = false): Promise<void> {
    this.#room = await this.#ports.storageRoom(ask);
  }

  /** Takes files in, one after another: each is measured, which takes about a second a minute, and then kept. */
  takeIn(files: readonly File[]): Promise<void> {
    const coming = files.map((file) => ({ file, id: this.#ports.newId() }));
    const waiting = coming.map(
      ({ id, file }) => ({ id, file: fileNameOf(file), step: 'waiting', share: 0 }) as const,
    );
    this.#cancels = [...this.#cancels, ...coming.map(({ id }) => ({ id, abort: new AbortController() }))];
    this.#imports = [...this.#imports, ...waiting];
    for (const { id, file } of coming)
      this.#turn = this.#turn.then(() => this.#takeInOne(id, file).catch(() => this.#failed(id)));
    return this.#turn;
  }

  /** Ends an import, or puts the word about a refused one away. */
  dismiss({ id }: Import): void {
    this.#cancelOf(id)?.abort();
    this.#cancels = this.#cancels.filter((each) => each.id !== id);
    this.#imports = this.#imports.filter((each) => each.id !== id);
  }

  async change(sound: KeptSound, change: SoundChange): Promise<void> {
    const title = (change.title ?? sound.title).trim().slice(0, LONGEST_TITLE);
    const changed = { ...sound, ...change, title: title === '' ? sound.title : title };
    this.#kept = this.#kept.map((each) => (each.id === sound.id ? changed : each));
    await this.#notKept.of(sound.id, this.#store.change(changed));
  }

  /** It goes from the list at once, and from the device when it can no longer be had back. */
  async remove(sound: KeptSound): Promise<void> {
    await this.#finishRemoving();
    this.#kept = this.#kept.filter(({ id }) => id !== sound.id);
    this.#removed = sound;
    this.#removing = setTimeout(() => void this.#finishRemoving(), UNDO_FOR * 1000);
    await this.#notKept.of(sound.id, this.#store.change({ ...sound, removedMs: this.#ports.nowMs() }));
  }

  async undoRemove(): Promise<void> {
    const back = this.#removed;
    if (back === undefined) return;
    clearTimeout(this.#removing);
    this.#removed = undefined;
    this.#kept = [...this.#kept, back];
    await this.#notKept.of(back.id, this.#store.change(back));
  }

  bytes(id: OwnId): Promise<Blob | undefined> {
    return this.#store.bytes(id).catch(() => undefined);
  }

  async #finishRemoving(): Promise<void> {
    const gone = this.#removed;
    if (gone === undefined) return;
    clearTimeout(this.#removing);
    this.#removed = undefined;
    await this.#notKept.of(gone.id, this.#store.remove(gone.id));
    if (this.#room !== undefined) await this.lookForRoom();
  }

  async #takeInOne(id: string, file: File): Promise<void> {
    const signal = this.#cancelOf(id)?.signal;
    if (signal === undefined) return; // put away while it waited
    this.#told(id, { step: 'measuring' });
    const onProgress = (share: number) => this.#told(id, { share });
    const measured = await this.#ports.measureSound(file, { onProgress, signal });
    if (signal.aborted) return;
    if (!measured.ok) return this.#told(id, { step: 'refused', problem: measured.problem });
    this.#told(id, { step: 'keeping', share: 1 });
    const sound = soundOf(file, measured.value, this.#ports);
    const kept = await this.#store.add(sound, file);
    if (!kept.ok) return this.#told(id, { step: 'refused', problem: { kind: kept.problem } });
    this.#kept = [...this.#kept, sound];
    this.dismiss({ id, file: file.name, step: 'keeping', share: 1 });
    void this.lookForRoom(!this.#asked); // Firefox asks the person, whose answer the next file does not wait for
    this.#asked = true;
  }

  /** The worker died of it: the others still have their turn. */
  #failed(id: string): void {
    this.#told(id, { step: 'refused', problem: { kind: 'damaged' } });
  }

  #cancelOf(id: string): AbortController | undefined {
    return this.#cancels.find((each) => each.id === id)?.abort;
  }

  #told(id: string, news: Partial<Import>): void {
    this.#imports = this.#imports.map((each) => (each.id === id ? { ...each, ...news } : each));
  }
}

/** What is shown of a file's name; there may be nothing. */
function fileNameOf({ name }: File): string {
  const shown = shownOf(name.slice(0, LONGEST_NAME));
  return shown === '' ? '…' : shown;
}

function isRemoved({ removedMs }: KeptSound): boolean {
  return removedMs !== undefined;
}

function soundOf(
  file: File,
  { seconds, loudness, truePeak }: Measured,
  { newId, nowMs }: Pick<OwnSoundPorts, 'newId' | 'nowMs'>,
): KeptSound {
  const name = fileNameOf(file);
  const title = shownOf(name.replace(/\.[^.]*$/, '').slice(0, LONGEST_TITLE));
  return {
    id: `own.${newId()}`,
    title: title === '' ? name.slice(0, LONGEST_TITLE) : title,
    kind: 'music',
    seconds,
    loudness,
    truePeak,
    size: file.size,
    origin: '',
    notes: '',
    addedMs: nowMs(),
  };
}
