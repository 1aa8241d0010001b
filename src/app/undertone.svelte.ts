import type { Engine } from '#audio/engine.ts';
import { sessionTimeOf, START, type Result, type SessionTime } from '#session/units.ts';
import type { UnfinishedSession } from '#storage/journal.ts';
import { buildTimeline, medicineGivenAt, spanAt, type Timeline } from '#session/timeline.ts';
import { LiveSession } from './live-session.svelte.ts';
import type { Outside, Problem } from './ports.ts';
import { sessionFile, sessionFileName } from './session-file.ts';
import { SessionSetup } from './session-setup.svelte.ts';
import { SoundCheck } from './sound-check.svelte.ts';

export type Screen = 'start' | 'opening' | 'live' | 'after';

/** What can be said about a session that was left in its middle. */
export interface Unfinished {
  readonly title: string;
  readonly beganMs: number;
  /** Where it would be now. */
  readonly at: SessionTime;
  readonly phase: string | undefined;
  readonly sinceGiven: number | undefined;
}

const OPENING_SHOWN_AFTER_MS = 250;

/** The whole app for one person at one device: from the start screen through a session to what is kept of it. */
export class Undertone {
  readonly setup: SessionSetup;
  readonly soundCheck: SoundCheck;
  readonly #outside: Outside;
  #engine: Promise<Engine> | undefined;
  #screen = $state<Screen>('start');
  #busy = false;
  #live = $state.raw<LiveSession | undefined>();
  /** Ended, left behind, and still fading. */
  #fading: LiveSession | undefined;
  #left = $state.raw<UnfinishedSession | undefined>();
  #problem = $state.raw<Problem | undefined>();

  constructor(outside: Outside) {
    this.#outside = outside;
    this.setup = new SessionSetup(outside);
    this.soundCheck = new SoundCheck(
      this.setup,
      async () => (await this.#openEngine()).audition(),
      (line) => outside.clipUrl(line),
    );
  }

  get screen(): Screen {
    return this.#screen;
  }
  get live(): LiveSession | undefined {
    return this.#live;
  }
  get problem(): Problem | undefined {
    return this.#problem ?? this.#live?.problem;
  }
  readonly unfinished = $derived.by(() =>
    this.#left === undefined ? undefined : this.#describe(this.#left),
  );

  /** Looks for a session that was left in its middle, and from then on has ready what *Begin* or *Continue* will need. */
  async open(): Promise<void> {
    this.#left = await this.#outside.journal.unfinished().catch(() => undefined);
    $effect.root(() => {
      $effect(() => void this.#makeReady(this.#screen === 'start' ? this.setup.timeline : undefined));
    });
    if (this.#left !== undefined) await this.#makeReady(this.#timelineOf(this.#left));
  }

  /** Opens the sound device; on the first tap anywhere, so that *Begin* does not wait for it. */
  async wake(): Promise<void> {
    // A device that does not open now is tried again, and told about, at Begin.
    if (this.#screen !== 'start') return;
    await this.#openEngine()
      .then((engine) => engine.wake())
      .catch(() => undefined);
  }

  begin(): Promise<void> {
    return this.#opening(async () => {
      this.soundCheck.close();
      const { plan, timeline } = this.setup;
      const engine = await this.#openEngine();
      engine.wake().catch(() => undefined); // `begin` tells what came of it
      const ready = await engine.prepare(timeline, this.#outside.lines);
      if (!ready.ok) return ready;
      const session = { id: this.#outside.newId(), plan, beganMs: this.#outside.nowMs() };
      this.#live = new LiveSession(this.#outside, engine, session);
      return this.#live.begin();
    });
  }

  continueUnfinished(): Promise<void> {
    const left = this.#left;
    if (left === undefined) return Promise.resolve();
    return this.#opening(async () => {
      this.soundCheck.close();
      const engine = await this.#openEngine();
      this.#live = new LiveSession(this.#outside, engine, left, left.log);
      return this.#live.comeBackAfter(left.alive?.at ?? START);
    });
  }

  async discardUnfinished(): Promise<void> {
    const left = this.#left;
    this.#left = undefined;
    if (left !== undefined) await this.#outside.journal.finish(left.id);
  }

  /** Ends the running session: it fades by itself while the record is shown. */
  async end(): Promise<void> {
    const live = this.#live;
    if (live === undefined) return;
    if (!live.ended) live.end();
    this.#screen = 'after';
    if (live.sound.state === 'paused') await live.sound.close();
    await this.#outside.journal.finish(live.id).catch(() => undefined);
  }

  newSession(): void {
    this.#fading = this.#live;
    this.#live = undefined;
    this.#problem = undefined;
    this.#screen = 'start';
  }

  exportSession(): void {
    const live = this.#live;
    if (live === undefined) return;
    this.#outside.download(sessionFileName(live.beganMs), 'application/json', sessionFile(live));
  }

  /** From a tap to the live screen, or back to the start screen with what stood in the way. */
  async #opening(open: () => Promise<Result<undefined, Problem>>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#problem = undefined;
    // The sound comes first: another screen is drawn on the way only where the way is long enough to be seen.
    const slow = setTimeout(() => (this.#screen = 'opening'), OPENING_SHOWN_AFTER_MS);
    const opened = await open().catch((cause: unknown) => {
      reportError(cause); // a bug: nobody is left before an empty screen because of it
      return { ok: false, problem: { kind: 'no-audio' } } as const;
    });
    clearTimeout(slow);
    this.#busy = false;
    this.#screen = opened.ok ? 'live' : 'start';
    if (opened.ok) this.#left = undefined;
    else {
      this.#problem = opened.problem;
      this.#live = undefined;
    }
  }

  /** Whatever cannot be had now is asked for again, and told, at *Begin*. */
  async #makeReady(timeline: Timeline | undefined): Promise<void> {
    if (timeline === undefined) return;
    try {
      await (await this.#openEngine()).prepare(timeline, this.#outside.lines);
    } catch {
      this.#engine = undefined;
    }
  }

  #timelineOf(left: UnfinishedSession): Timeline {
    return buildTimeline(left.plan, left.log, this.#outside.guide);
  }

  #openEngine(): Promise<Engine> {
    this.#outside.announcePlayback();
    this.#engine ??= this.#outside.openEngine({
      onFault: (fault) => this.#live?.sound.fault(fault),
      onTick: (moving) => this.#tick(moving),
    });
    return this.#engine;
  }

  #tick(moving: boolean): void {
    const live = this.#live ?? this.#fading;
    if (live === undefined) return;
    live.sound.tick(moving);
    if (!live.ended) return;
    if (this.#screen === 'live') void this.end();
    if (live.sound.state !== 'off' && live.sound.now() > live.timeline.to) void live.sound.close();
  }

  #describe(left: UnfinishedSession): Unfinished {
    const timeline = this.#timelineOf(left);
    const clock = sessionTimeOf((this.#outside.nowMs() - left.beganMs) / 1000);
    const at = left.plan.clock === 'medicine' ? clock : (left.alive?.at ?? START);
    const given = medicineGivenAt(left.log);
    return {
      title: left.plan.title,
      beganMs: left.beganMs,
      at,
      phase: spanAt(timeline, at)?.phase,
      sinceGiven: given === undefined ? undefined : at - given.at,
    };
  }
}
