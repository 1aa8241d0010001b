import type { LineWorker } from '#audio/recording/line-worker.ts';
import type { Microphone, MicrophoneProblem } from '#audio/recording/microphone.ts';
import type { OpeningProblem } from '#audio/recording/opening.ts';
import type { Take } from '#audio/recording/take.ts';
import type { Decibels } from '#session/units.ts';
import type { Outside } from '../ports.ts';

export type RecorderProblem = MicrophoneProblem | OpeningProblem | 'nothing-heard' | 'not-worked-on';
/** What the one big button does next. */
export type RecorderState = 'ready' | 'opening' | 'recording' | 'keeping';

export type RecorderParts = Pick<
  Outside,
  'openMicrophone' | 'openLineWorker' | 'openRecording' | 'announceRecording'
>;

/** One press begins a recording, the next ends it and makes a line of it. */
export class TakeRecorder {
  readonly #parts: RecorderParts;
  #state = $state<RecorderState>('ready');
  #problem = $state<RecorderProblem | undefined>();
  #microphone: Microphone | undefined;
  #worker: LineWorker | undefined;
  #letGo: (() => void) | undefined;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
  }

  get state(): RecorderState {
    return this.#state;
  }
  get problem(): RecorderProblem | undefined {
    return this.#problem;
  }
  /** For the meter; asked once a frame, of no consequence for what is recorded. */
  readonly level = (): Decibels | undefined => this.#microphone?.level();

  forget(): void {
    this.#problem = undefined;
  }

  /** Gives the take where this press ended a recording and something was heard. */
  async press(): Promise<Take | undefined> {
    if (this.#state === 'recording') return this.#finish();
    if (this.#state !== 'ready') return undefined;
    this.#problem = undefined;
    this.#state = 'opening';
    const opened = this.#microphone ?? (await this.#openMicrophone());
    this.#state = opened === undefined ? 'ready' : 'recording';
    opened?.record();
    return undefined;
  }

  /** A recording from elsewhere, trimmed and levelled as one that is made here. */
  async open(file: Blob): Promise<Take | undefined> {
    if (this.#state !== 'ready') return undefined;
    this.#problem = undefined;
    this.#state = 'keeping';
    const opened = await this.#parts.openRecording(file);
    if (opened.ok) return this.#worked(opened.value);
    this.#problem = opened.problem;
    this.#state = 'ready';
    return undefined;
  }

  /** Nobody is listened to any more; what was being said is left. */
  close(): void {
    this.#microphone?.close();
    this.#microphone = undefined;
    this.#letGo?.();
    this.#letGo = undefined;
    this.#worker?.close();
    this.#worker = undefined;
    this.#state = 'ready';
  }

  async #finish(): Promise<Take | undefined> {
    this.#state = 'keeping';
    const raw = await this.#microphone?.finish();
    return raw === undefined ? undefined : this.#worked(raw);
  }

  async #worked(raw: Parameters<LineWorker['take']>[0]): Promise<Take | undefined> {
    this.#worker ??= await this.#parts.openLineWorker();
    const taken = await this.#worker.take(raw).catch(() => undefined);
    this.#state = 'ready';
    if (taken?.ok === true) return taken.value;
    this.#problem = taken === undefined ? 'not-worked-on' : taken.problem;
    return undefined;
  }

  async #openMicrophone(): Promise<Microphone | undefined> {
    const letGo = this.#parts.announceRecording();
    const opened = await this.#parts.openMicrophone();
    if (!opened.ok) {
      this.#problem = opened.problem;
      letGo();
      return undefined;
    }
    if (this.#state !== 'opening') {
      opened.value.close(); // who asked for it has gone meanwhile
      letGo();
      return undefined;
    }
    this.#letGo = letGo;
    return (this.#microphone = opened.value);
  }
}
