import type { Take } from '#audio/recording/take.ts';
import type { KeptAnchor } from '#session/anchor-reading.ts';
import type { Guide } from '../guide.ts';
import { withAnchors } from '../familiar.ts';
import type { OwnThings } from '../own-things.svelte.ts';
import type { Outside } from '../ports.ts';
import type { Hearing } from './hearing.svelte.ts';
import type { TakeRecorder } from './take-recorder.svelte.ts';
import { takingIn } from './taking-in.ts';
import type { Refusal } from './zip.ts';

/** A few lines, each known by heart: more would be a guide. */
const MOST_ANCHORS = 12;

interface BookParts extends Pick<Outside, 'download' | 'nowMs' | 'openLineWorker'> {
  readonly recorder: TakeRecorder;
  readonly hearing: Hearing;
  /** Who says all else in the session that is being planned. */
  readonly guide: () => Guide;
}

/** Lines of somebody's own or of somebody close: recorded or opened, described, kept, taken back. */
export class AnchorBook {
  readonly lines: OwnThings<KeptAnchor>;
  readonly #parts: BookParts;
  title = $state('');
  speaker = $state('');
  text = $state('');
  /** That who speaks agrees. */
  agreed = $state(false);
  #take = $state.raw<Take | undefined>();
  #refusal = $state.raw<Refusal | undefined>();

  constructor(parts: BookParts, lines: OwnThings<KeptAnchor>) {
    this.#parts = parts;
    this.lines = lines;
  }

  /** What was recorded or opened for the line that is being made. */
  get take(): Take | undefined {
    return this.#take;
  }
  /** Why nothing was taken in from the last file. */
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }
  readonly isFull = $derived.by(() => this.lines.all.length >= MOST_ANCHORS);
  readonly isDescribed = $derived(
    [this.title, this.speaker, this.text].every((written) => written.trim() !== ''),
  );
  readonly canKeep = $derived(this.isDescribed && this.agreed && this.#take !== undefined);

  /** Begins a recording, or ends it. */
  async press(): Promise<void> {
    this.#parts.hearing.stop();
    this.#took(await this.#parts.recorder.press());
  }

  async openRecording(file: Blob): Promise<void> {
    this.#parts.hearing.stop();
    this.#took(await this.#parts.recorder.open(file));
  }

  hear({ sound }: Pick<KeptAnchor, 'sound'>): void {
    this.#parts.hearing.alone(sound);
  }

  /** Whoever makes the line may hear it in its place before anybody has agreed to more. */
  async hearInSession(line: KeptAnchor): Promise<void> {
    const { recorder, hearing, guide, nowMs } = this.#parts;
    recorder.close(); // an open microphone makes telephones of headphones
    await hearing.inContext(withAnchors(guide(), [{ ...line, consentMs: nowMs() }]), line.id);
  }

  /** The line as it would be kept; undefined until something was recorded. */
  draft(id = 'anchor-line.draft'): KeptAnchor | undefined {
    if (this.#take === undefined) return undefined;
    const { sound, seconds } = this.#take;
    const madeMs = this.#parts.nowMs();
    const [name, speaker, text] = [this.title.trim(), this.speaker.trim(), this.text.trim()];
    return { id, name, speaker, text, sound, seconds, madeMs, ...(this.agreed ? { consentMs: madeMs } : {}) };
  }

  async keep(): Promise<void> {
    const line = this.draft(`anchor-line.${this.lines.newId()}`);
    if (line === undefined || !this.canKeep) return;
    await this.lines.keep(line);
    this.#take = undefined;
    this.title = this.text = '';
    this.agreed = false; // to each line by itself; who speaks may well be the same
  }

  /** Notes that who speaks agrees, today, or no longer does. */
  async note(line: KeptAnchor, agrees: boolean): Promise<void> {
    await this.lines.keep({ ...line, consentMs: agrees ? this.#parts.nowMs() : undefined });
  }

  /** All lines as one file. */
  async save(): Promise<void> {
    const { packAnchors } = await import('./anchor-file.ts');
    this.#parts.download('undertone-lines.zip', 'application/zip', packAnchors(this.lines.all));
  }

  /** Takes lines in from such a file, all or none; what is here already is replaced. */
  async takeIn(file: Blob): Promise<void> {
    const read = await takingIn(file, this.#parts.openLineWorker, async (bytes, worker) => {
      const { unpackAnchors } = await import('./anchor-file.ts');
      return unpackAnchors(bytes, worker);
    });
    this.#refusal = read.ok ? this.#refused(read.value) : read.problem;
    if (read.ok && this.#refusal === undefined) await this.lines.keepAll(read.value);
  }

  #refused(coming: readonly KeptAnchor[]): Refusal | undefined {
    const ids = [...this.lines.all, ...coming].map(({ id }) => id);
    const count = ids.filter((id, nth) => ids.indexOf(id) === nth).length;
    return count > MOST_ANCHORS ? { kind: 'too-many' } : undefined;
  }

  #took(take: Take | undefined): void {
    if (take !== undefined) this.#take = take;
  }
}
