import type { LineWorker, Raw } from '#audio/recording/line-worker.ts';
import type { Microphone, MicrophoneProblem } from '#audio/recording/microphone.ts';
import type { OpeningProblem } from '#audio/recording/opening.ts';
import type { Take } from '#audio/recording/take.ts';
import type { Decibels, Result, Seconds } from '#session/units.ts';
import type { Outside } from '../ports.ts';

export type RecorderProblem = MicrophoneProblem | OpeningProblem | 'nothing-heard' | 'not-worked-on';
/** What the one big button does next. */
export type RecorderState = 'ready' | 'opening' | 'recording' | 'keeping';

export type RecorderParts = Pick<
  Outside,
  'openMicrophone' | 'openLineWorker' | 'openRecording' | 'announceRecording'
> & {
  /** Of one recording, where it is to be longer than a line. */
  readonly most?: Seconds;
};

const notWorkedOn = { ok: false, problem: 'not-worked-on' } as const;

/** One press begins a recording, the next ends it and makes a line of it. */
export class TakeRecorder {
  readonly #parts: RecorderParts;
  #state = $state<RecorderState>('ready');
  #problem = $state<RecorderProblem | undefined>();
  #microphone: Microphone | undefined;
  #worker: LineWorker | undefined;
  #letGo: (() => void) | undefined;
  /** How often all was let go of: what was on its way by then is not wanted any more. */
  #turn = 0;

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
    if (this.#state === 'recording') return this.#keep(this.#finished());
    if (this.#state !== 'ready') return undefined;
    this.#problem = undefined;
    this.#state = 'opening';
    const mine = this.#turn;
    const opened = this.#microphone ?? (await this.#openMicrophone());
    if (mine !== this.#turn) return undefined;
    this.#state = opened === undefined ? 'ready' : 'recording';
    opened?.record(this.#parts.most);
    return undefined;
  }

  /** A recording from elsewhere, trimmed and levelled as one that is made here. */
  async open(file: Blob): Promise<Take | undefined> {
    if (this.#state !== 'ready') return undefined;
    this.#problem = undefined;
    return this.#keep(this.#parts.openRecording(file));
  }

  /** Nobody is listened to any more; what was being said is left. */
  close(): void {
    this.#turn++;
    this.#microphone?.close();
    this.#microphone = undefined;
    this.#letGo?.();
    this.#letGo = undefined;
    this.#worker?.close();
    this.#worker = undefined;
    this.#state = 'ready';
  }

  async #finished(): Promise<Result<Raw, RecorderProblem>> {
    const value = await this.#microphone?.finish();
    return value === undefined ? { ok: false, problem: 'nothing-heard' } : { ok: true, value };
  }

  /** Whatever comes of it, the button can be pressed again. */
  async #keep(coming: Promise<Result<Raw, RecorderProblem>>): Promise<Take | undefined> {
    const mine = this.#turn;
    this.#state = 'keeping';
    const taken = await this.#worked(coming, mine).catch(() => notWorkedOn);
    if (mine !== this.#turn) return undefined;
    this.#state = 'ready';
    if (taken.ok) return taken.value;
    this.#problem = taken.problem;
    return undefined;
  }

  async #worked(
    coming: Promise<Result<Raw, RecorderProblem>>,
    mine: number,
  ): Promise<Result<Take, RecorderProblem>> {
    const raw = await coming;
    if (!raw.ok) return raw;
    const worker = this.#worker ?? (await this.#parts.openLineWorker());
    if (mine !== this.#turn) return notWorkedOn; // nobody would end it
    this.#worker = worker;
    return worker.take(raw.value);
  }

  async #openMicrophone(): Promise<Microphone | undefined> {
    const mine = this.#turn;
    const letGo = this.#parts.announceRecording();
    const opened = await this.#parts.openMicrophone().catch(() => notWorkedOn);
    if (opened.ok && mine === this.#turn) {
      this.#letGo = letGo;
      return (this.#microphone = opened.value);
    }
    letGo(); // or an iPhone would stay as it is for telephone calls
    if (opened.ok)
      opened.value.close(); // who asked for it has gone meanwhile
    else if (mine === this.#turn) this.#problem = opened.problem;
    return undefined;
  }
}
