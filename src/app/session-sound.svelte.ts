import type { ClipSource } from '#audio/clip-loader.ts';
import type { Engine } from '#audio/engine.ts';
import type { Timeline } from '#session/timeline.ts';
import { later, latest, START, type Result, type Seconds, type SessionTime } from '#session/units.ts';
import type { Fault, Outside, Problem, SoundState, Voice } from './ports.ts';

const SHOWN_EVERY_MS = 250;
/** What is read along with the voice may not lag behind it. */
const HEARD_EVERY_MS = 100;
/** More than this between the wall clock and the sound, and the sound has stood still without saying so. */
const LOST_AFTER: Seconds = 3;

interface SessionSoundParts {
  /** Told when the sound has stood still: the last place that was heard. */
  readonly onLost: (at: SessionTime) => void;
  readonly onSecond: (at: SessionTime) => void;
  /** Where the session is while nothing sounds, given the last place that was heard: with medicine its clock goes on. */
  readonly elsewhere: (lastHeard: SessionTime) => SessionTime;
}

/** The sound of one session: where it is, how it does, and whether it was lost. */
export class SessionSound {
  readonly #outside: Outside;
  readonly #engine: Engine;
  readonly #guide: ClipSource;
  readonly #delay: Seconds;
  readonly #told: SessionSoundParts;
  #state = $state<SoundState>('preparing');
  #position = $state<SessionTime>(START);
  #heardAt = $state<SessionTime>(START);
  #faults = $state.raw<readonly Fault[]>([]);
  #originMs = $state<number | undefined>();
  #shown: readonly ReturnType<typeof setInterval>[] = [];
  #screen: { release(): void } | undefined;

  constructor(outside: Outside, { engine, guide, delay = 0 }: Voice, told: SessionSoundParts) {
    this.#outside = outside;
    this.#engine = engine;
    this.#guide = guide;
    this.#delay = delay;
    this.#told = told;
  }

  get state(): SoundState {
    return this.#state;
  }
  /** Advanced four times a second from the audio clock; for reading, not for drawing what moves with the sound. */
  get position(): SessionTime {
    return this.#position;
  }
  /** Where the ear is, ten times a second: for what is read along with what is heard. */
  get heardAt(): SessionTime {
    return this.#heardAt;
  }
  /** The wall clock at session time 0, as the sound that began last would have it. */
  get originMs(): number | undefined {
    return this.#originMs;
  }
  get faults(): readonly Fault[] {
    return this.#faults;
  }

  async begin(timeline: Timeline, at: () => SessionTime): Promise<Result<undefined, Problem>> {
    this.#state = 'preparing';
    const begun = await this.#engine.begin(timeline, this.#guide, at);
    this.#state = begun.ok ? 'running' : 'stalled';
    if (!begun.ok) return begun;
    this.#originMs = this.#outside.nowMs() - this.#engine.position() * 1000;
    this.#screen ??= this.#outside.keepScreenOn();
    this.#showing();
    this.show();
    return begun;
  }

  /** A practice waits: the sound fades, and the device may rest. */
  async pause(): Promise<void> {
    this.show();
    this.#state = 'paused';
    this.#screen?.release();
    this.#screen = undefined;
    await this.#engine.pause();
  }

  load(timeline: Timeline): void {
    this.#engine.load(timeline);
  }

  show(): void {
    this.#position = this.now();
    this.#hear();
  }

  /** By the audio clock, this instant; by the session's own where nothing sounds, for an act then has a time too. */
  now(): SessionTime {
    if (this.#state === 'running') return this.#engine.position();
    return this.#state === 'paused' ? this.#position : this.#told.elsewhere(this.#position);
  }

  /** Where the ear is, this instant: after the device's own way, and the way it does not tell of. */
  heard(): SessionTime {
    return later(this.now(), -this.#engine.latency() - this.#delay);
  }

  #hear(): void {
    if (this.#state === 'running') this.#heardAt = latest(START, this.heard());
  }

  #showing(): void {
    if (this.#shown.length > 0) return;
    this.#shown = [
      setInterval(() => this.show(), SHOWN_EVERY_MS),
      setInterval(() => this.#hear(), HEARD_EVERY_MS),
    ];
  }

  /** The engine's word, once a second. */
  tick(moving: boolean): void {
    if (this.#state !== 'running') return;
    const at = this.#engine.position();
    const behind = (this.#outside.nowMs() - (this.#originMs ?? 0)) / 1000 - at;
    if (!moving || behind > LOST_AFTER) {
      this.#state = 'stalled';
      this.#told.onLost(at);
    } else this.#told.onSecond(at);
  }

  fault(fault: Fault): void {
    this.#faults = [...this.#faults, fault];
  }

  /** Nothing sounds any more. The session's clock is still followed: a patient who has been brought back has yet to leave. */
  async close(): Promise<void> {
    this.#rest();
    await this.#engine.close();
  }

  /** Nobody looks at this session any more; the engine may be another's by now. */
  leave(): void {
    this.#rest();
    this.#shown.forEach(clearInterval);
  }

  #rest(): void {
    this.show();
    this.#screen?.release();
    this.#screen = undefined;
    this.#state = 'off';
  }
}
