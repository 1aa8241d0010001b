import type { ClipSource } from '#audio/clip-loader.ts';
import type { Player } from '#audio/rendition/player.ts';
import type { SoundWord } from '#audio/sound-watch.ts';
import type { MediaActs } from '#platform/media-session.ts';
import type { Timeline } from '#session/timeline.ts';
import { later, latest, START, type Result, type Seconds, type SessionTime } from '#session/units.ts';
import type { Fault, Outside, Problem, SoundState, Voice } from './ports.ts';
import { createSessionMedia, type SessionMedia } from './session-media.ts';

const SHOWN_EVERY_MS = 250;
/** What is read along with the voice may not lag behind it. */
const HEARD_EVERY_MS = 100;
/** More than this between the time that passed and the sound, and the sound has stood still without saying so. */
const LOST_AFTER: Seconds = 3;
const HOPES = { waits: 'interrupted', tries: 'returning', tap: 'stalled' } as const;

interface SessionSoundParts {
  /** Told when nothing is heard any more: the last place that was. */
  readonly onLost: (at: SessionTime) => void;
  /** The device sounds again: what was lost can be begun where it should be by now. */
  readonly onBack: () => void;
  readonly onSecond: (at: SessionTime) => void;
  /** It may come out of another thing than it did. */
  readonly onOutput: () => void;
  /** Where the session is while nothing sounds, given the last place that was heard: with medicine its clock goes on. */
  readonly elsewhere: (lastHeard: SessionTime) => SessionTime;
  /** Milliseconds; a wall clock that is set moves it as little as it moves the session. */
  readonly passingMs: () => number;
  /** What may be asked for outside of the page. */
  readonly asked: MediaActs;
}

/** The sound of one session: where it is, how it does, and whether it was lost. */
export class SessionSound {
  /** The session outside of the page. */
  readonly media: SessionMedia;
  readonly #outside: Outside;
  readonly #engine: Player;
  readonly #guide: ClipSource;
  readonly #delay: Seconds;
  readonly #told: SessionSoundParts;
  #state = $state<SoundState>('preparing');
  #position = $state<SessionTime>(START);
  #heardAt = $state<SessionTime>(START);
  #faults = $state.raw<readonly Fault[]>([]);
  #originMs = $state<number | undefined>();
  /** The same by the time that passes. */
  #passedFromMs = 0;
  #shown: readonly ReturnType<typeof setInterval>[] = [];
  #screen: { release(): void } | undefined;
  #leaveOutput: (() => void) | undefined;

  constructor(outside: Outside, { engine, guide, delay = 0 }: Voice, told: SessionSoundParts) {
    this.#outside = outside;
    this.#engine = engine;
    this.#guide = guide;
    this.#delay = delay;
    this.#told = told;
    this.media = createSessionMedia(outside.openMedia(), told.asked);
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
  /** It plays from a file, and goes on where no code runs; nothing about it can be changed. */
  get byItself(): boolean {
    return this.#engine.byItself === true;
  }
  get faults(): readonly Fault[] {
    return this.#faults;
  }

  async begin(timeline: Timeline, at: () => SessionTime): Promise<Result<undefined, Problem>> {
    this.#state = 'preparing';
    this.media.sounds(); // first, while the tap still counts
    const begun = await this.#engine.begin(timeline, this.#guide, at, (word) => this.#hearOf(word));
    if (begun.ok) this.#state = 'running';
    else if (this.#state === 'preparing') this.#state = 'stalled'; // else it was lost again on its way
    if (!begun.ok) return begun;
    this.anchor();
    this.#screen ??= this.#outside.keepScreenOn();
    if (!this.byItself) this.#leaveOutput ??= this.#outside.followOutput(this.#told.onOutput); // a file cannot be made softer
    this.#showing();
    this.show();
    return begun;
  }

  /** It was set elsewhere from outside: the wall clock is read anew. */
  anchor(): void {
    const atMs = this.#engine.position() * 1000;
    this.#originMs = this.#outside.nowMs() - atMs;
    this.#passedFromMs = this.#told.passingMs() - atMs;
  }

  /** A practice waits: the sound fades, and the device may rest. */
  async pause(): Promise<void> {
    this.show();
    this.#state = 'paused';
    this.#screen?.release();
    this.#screen = undefined;
    await this.#engine.pause();
    if (this.#state === 'paused') this.media.rests();
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

  /** Once a second. A sound that nobody looks after, such as that of a file, is lost where it stands still. */
  tick(moving: boolean): void {
    if (this.#state !== 'running') return;
    const at = this.#engine.position();
    const behind = (this.#told.passingMs() - this.#passedFromMs) / 1000 - at;
    if (this.#engine.revive !== undefined || (moving && behind <= LOST_AFTER)) return this.#told.onSecond(at);
    this.#hearOf({ kind: 'lost', at });
    if (this.state === 'stalled') this.#told.onBack();
  }

  /** Brings back what was lost; in a tap. False where nothing was: then it is begun. */
  revive(): boolean {
    return this.#engine.revive?.() ?? false;
  }

  #hearOf(word: SoundWord): void {
    if (word.kind === 'back') return this.#told.onBack();
    if (word.kind === 'hope') {
      this.#state = HOPES[word.hope];
      return;
    }
    this.#position = latest(this.#position, word.at);
    this.#state = 'stalled';
    this.#told.onLost(word.at);
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
    if (this.byItself) void this.#engine.close(); // its own; it holds the whole recording
  }

  #rest(): void {
    this.show();
    this.#screen?.release();
    this.#leaveOutput?.();
    this.#screen = this.#leaveOutput = undefined;
    this.media.close();
    this.#state = 'off';
  }
}
