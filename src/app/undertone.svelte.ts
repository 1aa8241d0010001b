import type { Engine } from '#audio/engine.ts';
import { START, type Result } from '#session/units.ts';
import { Captions } from './captions.svelte.ts';
import { createBreathHelp, type BreathHelp } from './breath-help.ts';
import { Darkness } from './darkness.svelte.ts';
import { clipsOf, type Guide } from './guide.ts';
import type { LiveSession } from './live-session.svelte.ts';
import { Fading } from './fading.svelte.ts';
import { Listening } from './listening.svelte.ts';
import type { Offline } from './offline.svelte.ts';
import { Planning } from './planning.svelte.ts';
import { missed, sounded } from './onsets.ts';
import { named } from './own-missing.ts';
import { OneEngine } from './one-engine.ts';
import { createPlaces, type Places } from './places.ts';
import type { HandedFile, Outside, Problem, Voice } from './ports.ts';
import type { Beginning } from './preparing.svelte.ts';
import { sessionToBegin } from './session-to-begin.ts';
import { TryingOut } from './trying-out.ts';
import { unfinished, withTimeline, type Left, type Wanted } from './unfinished.ts';

export type Screen = 'start' | 'opening' | 'live' | 'after';

const OPENING_SHOWN_AFTER_MS = 250;
/** Fetched behind the first view, like the engine. */
const liveSession = () => import('./live-session.svelte.ts');

/** The whole app for one person at one device: from the start screen through a session to what is kept of it. */
export class Undertone {
  readonly planning: Planning;
  readonly listening: Listening;
  readonly captions: Captions;
  readonly tryingOut: TryingOut;
  readonly breath: BreathHelp;
  readonly darkness: Darkness;
  readonly places: Places;
  readonly offline: Promise<Offline>;
  readonly #outside: Outside;
  readonly #engine: OneEngine;
  #screen = $state<Screen>('start');
  #busy = false;
  #live = $state.raw<LiveSession | undefined>();
  /** Ended, left behind, and still fading. */
  readonly #fading = new Fading();
  #left = $state.raw<Left | undefined>();
  #problem = $state.raw<Problem | undefined>();

  constructor(outside: Outside) {
    this.#outside = outside;
    this.#engine = new OneEngine(outside, {
      onFault: (fault) => this.#live && missed(this.#live, fault),
      onOnset: (onset) => this.#live && sounded(this.#live, onset),
      onTick: (moving) => this.#tick(moving),
    });
    this.listening = new Listening(outside.settings);
    this.captions = new Captions(outside.settings);
    this.planning = new Planning(outside, this.listening);
    this.breath = createBreathHelp(outside);
    this.darkness = new Darkness(outside);
    this.places = createPlaces(outside, this.planning, () => {
      this.tryingOut.close();
      return this.#free();
    });
    this.offline = import('./offline.svelte.ts').then(({ Offline }) => new Offline(outside));
    this.tryingOut = new TryingOut({
      ...{ outside, planning: this.planning, listening: this.listening },
      free: () => this.#free(),
      openEngine: () => this.#engine.open(),
    });
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
  readonly unfinished = $derived.by(() => unfinished(this.#left, this.#outside.nowMs()));

  /** Looks for a session that was left in its middle, and from then on has ready what *Begin* or *Continue* will need. */
  async open(): Promise<void> {
    void this.listening.open();
    void this.captions.open();
    const left = await this.#outside.journal.unfinished().catch(() => undefined);
    if (left !== undefined)
      this.#left = { session: left, guide: await this.#outside.guides.reopen(left.saidBy) };
    $effect.root(() => {
      $effect(() => {
        const { plan, timeline, guide } = this.planning.current;
        if (this.#screen === 'start') void this.#makeReady({ plan, timeline, guide });
      });
    });
    if (this.#left !== undefined) await this.#makeReady(withTimeline(this.#left));
    // Whoever cannot have it now has the app as it came.
    void this.#openOffline().catch(() => undefined);
  }

  /** Opens the sound device; on the first tap anywhere, so that *Begin* does not wait for it. */
  async wake(): Promise<void> {
    if (this.#screen === 'start') await this.#engine.wake();
  }

  /** `beginning`: what was settled with the person before a session. */
  begin(beginning?: Beginning): Promise<void> {
    return this.#opening(async () => {
      await this.listening.open(); // the ceiling is part of the plan
      const { plan, timeline, guide } = this.planning.current;
      const engine = await this.#engine.open();
      engine.wake().catch(() => undefined); // `begin` tells what came of it
      const ready = await engine.prepare(timeline, guide, clipsOf(plan, guide));
      if (!ready.ok) return { ok: false, problem: named(ready.problem, plan) };
      const session = sessionToBegin(this.#outside, { plan, guide, sheet: beginning?.sheet });
      const { LiveSession } = await liveSession();
      this.#live = new LiveSession(this.#outside, this.#voice(engine, guide), session);
      return this.#live.begin(beginning?.events);
    });
  }

  continueUnfinished(): Promise<void> {
    const left = this.#left;
    if (left === undefined) return Promise.resolve();
    return this.#opening(async () => {
      const engine = await this.#engine.open();
      const { session, guide } = left;
      const { LiveSession } = await liveSession();
      this.#live = new LiveSession(this.#outside, this.#voice(engine, guide), session, session.log);
      return this.#live.comeBackAfter(session.alive?.at ?? START);
    });
  }

  #voice(engine: Engine, guide: Guide): Voice {
    return { engine, guide, delay: this.listening.delay };
  }

  async discardUnfinished(): Promise<void> {
    const left = this.#left;
    this.#left = undefined;
    if (left !== undefined) await this.#outside.journal.finish(left.session.id);
  }

  /** Ends the running session: it fades by itself while the record is shown. */
  async end(): Promise<void> {
    const live = this.#live;
    if (live === undefined) return;
    if (!live.ended) live.end();
    this.#screen = 'after';
    this.darkness.leave();
    if (live.sound.state !== 'running') await live.sound.close(); // no tick of the engine would
    await this.#outside.journal.finish(live.id).catch(() => undefined);
  }

  newSession(): void {
    this.#fading.take(this.#live);
    this.#live = undefined;
    this.#problem = undefined;
    this.#screen = 'start';
    this.planning.forgetPerson();
  }

  /** Hands a file to the person. */
  hand({ name, type, text }: HandedFile): void {
    this.#outside.download(name, type, text);
  }

  /** From a tap to the live screen, or back to the start screen with what stood in the way. */
  async #opening(open: () => Promise<Result<undefined, Problem>>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#problem = undefined;
    this.tryingOut.close();
    this.#fading.leave();
    // The sound comes first: another screen is drawn on the way only where the way is long enough to be seen.
    const slow = setTimeout(() => (this.#screen = 'opening'), OPENING_SHOWN_AFTER_MS);
    const opened = await open().catch((cause: unknown) => {
      reportError(cause); // a bug: nobody is left before an empty screen because of it
      return { ok: false, problem: { kind: 'no-audio' } } as const;
    });
    clearTimeout(slow);
    this.#busy = false;
    this.#screen = opened.ok ? 'live' : 'start';
    if (opened.ok) this.#opened();
    else {
      this.#problem = opened.problem;
      this.#live = undefined;
    }
  }

  #opened(): void {
    this.#left = undefined;
    const live = this.#live;
    if (live === undefined) return;
    void this.breath.touch().then((touch) => touch.follow(live));
    if (live.plan.clock === 'practice' && this.darkness.fromStart) this.darkness.enter();
  }

  /** Also fetches what a session is run by. */
  async #makeReady(wanted: Wanted): Promise<void> {
    await Promise.all([this.#engine.makeReady(wanted), liveSession().catch(() => undefined)]);
  }

  async #openOffline(): Promise<void> {
    const offline = await this.offline;
    $effect.root(() => offline.attend(() => this.#screen === 'start' && this.#fading.live === undefined));
    await offline.open();
  }

  /** The engine for trying things out: what still fades would end what is begun now. */
  async #free(): Promise<Engine> {
    await this.#fading.end();
    return this.#engine.open();
  }

  #tick(moving: boolean): void {
    const live = this.#live ?? this.#fading.live;
    if (live === undefined) return;
    live.sound.tick(moving);
    if (!live.ended) return;
    if (this.#screen === 'live') void this.end();
    if (live.sound.state === 'off' || live.sound.now() <= live.timeline.to) return;
    void (live === this.#fading.live ? this.#fading.end() : live.sound.close());
  }
}
