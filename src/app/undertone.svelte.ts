import type { Engine, EngineHandlers } from '#audio/engine.ts';
import type { Result } from '#session/units.ts';
import { Captions } from './captions.svelte.ts';
import { createBreathHelp, type BreathHelp } from './breath-help.ts';
import { Darkness } from './darkness.svelte.ts';
import { clipsOf, type Guide } from './guide.ts';
import { LeftBehind } from './left-behind.svelte.ts';
import type { LiveSession } from './live-session.svelte.ts';
import { Fading } from './fading.svelte.ts';
import { holdWhileSession } from './holding.svelte.ts';
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
import { ThisDevice } from './this-device.svelte.ts';
import { TryingOut } from './trying-out.ts';
import { withTimeline, type Wanted } from './unfinished.ts';

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
  readonly device: ThisDevice;
  readonly leftBehind: LeftBehind;
  readonly places: Places;
  readonly offline: Promise<Offline>;
  readonly #outside: Outside;
  /** What whatever plays has to say about the session that runs. */
  readonly #handlers: EngineHandlers = {
    onFault: (fault) => this.#live && missed(this.#live, fault),
    onOnset: (onset) => this.#live && sounded(this.#live, onset),
    onTick: (moving) => this.#tick(moving),
  };
  readonly #engine: OneEngine;
  #screen = $state<Screen>('start');
  #busy = false;
  #live = $state.raw<LiveSession | undefined>();
  /** Ended, left behind, and still fading. */
  readonly #fading = new Fading();
  #problem = $state.raw<Problem | undefined>();

  constructor(outside: Outside) {
    this.#outside = outside;
    this.device = new ThisDevice(outside); // the first picture waits for it
    this.leftBehind = new LeftBehind(outside);
    this.#engine = new OneEngine(outside, this.#handlers);
    this.listening = new Listening(outside.settings);
    this.captions = new Captions(outside.settings);
    this.planning = new Planning(outside, this.listening);
    this.breath = createBreathHelp(outside);
    this.darkness = new Darkness(outside);
    this.places = createPlaces(outside, this, () => {
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

  /** Looks for a session that was left in its middle, and from then on has ready what *Begin* or *Continue* will need. */
  async open(): Promise<void> {
    void this.listening.open();
    void this.captions.open();
    void this.darkness.open();
    $effect.root(() => holdWhileSession(this.#outside, this.#rests));
    await this.leftBehind.look();
    $effect.root(() => {
      $effect(() => {
        const { plan, timeline, guide } = this.planning.current;
        if (this.#screen === 'start') void this.#makeReady({ plan, timeline, guide });
      });
    });
    const { left } = this.leftBehind;
    if (left !== undefined) await this.#makeReady(withTimeline(left));
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
      return this.#live.begin([...(beginning?.events ?? []), ...this.darkness.timerFor(plan)]);
    });
  }

  /** A practice that was rendered ahead begins; it plays by itself, and tells what sounds as the engine does. */
  beginRendered(open: (handlers: EngineHandlers) => LiveSession): Promise<void> {
    return this.#opening(() => (this.#live = open(this.#handlers)).begin());
  }

  async continueUnfinished(): Promise<void> {
    await this.leftBehind.look(); // since it was offered, another tab may have gone on with it
    const { left, elsewhere } = this.leftBehind;
    if (left === undefined || elsewhere) return;
    return this.#opening(async () => {
      const engine = await this.#engine.open();
      const { session, guide } = left;
      const { LiveSession } = await liveSession();
      this.#live = new LiveSession(this.#outside, this.#voice(engine, guide), session, session.log);
      return this.#live.comeBackAfter(session.alive);
    });
  }

  /** A practice that was ended goes on where its fade began. */
  beginAgain(): Promise<void> {
    const ended = this.#live;
    if (ended === undefined) return Promise.resolve();
    return this.#opening(async () => {
      const { again } = await import('./again.ts');
      const next = again(this.#outside, this.#voice(await this.#engine.open(), ended.guide), ended);
      if (next === undefined) return { ok: false, problem: { kind: 'no-audio' } };
      this.#live = next.live;
      return next.begin();
    });
  }

  #voice(engine: Engine, guide: Guide): Voice {
    return { engine, guide, delay: this.listening.delay };
  }

  /** Ends the running session: it fades by itself while the record is shown. */
  async end(): Promise<void> {
    const live = this.#live;
    if (live === undefined) return;
    if (!live.ended) live.end();
    this.#screen = 'after';
    if (live.plan.route !== undefined) this.darkness.leave(); // a practice ends as dark as it was
    if (live.sound.state !== 'running') await live.sound.close(); // no tick of the engine would
    await this.places.over(live);
  }

  newSession(): void {
    this.#fading.take(this.#live);
    this.#live = undefined;
    this.#problem = undefined;
    this.#screen = 'start';
    this.planning.forgetPerson();
  }

  /** Hands a file to the person. */
  readonly hand = ({ name, type, text }: HandedFile) => this.#outside.download(name, type, text);

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
      this.#live?.sound.leave(); // its way out of the page would move the next one
      this.#live = undefined;
    }
  }

  #opened(): void {
    this.leftBehind.taken();
    const live = this.#live;
    if (live === undefined) return;
    void this.breath.touch().then((touch) => touch.follow(live));
    if (live.plan.route === undefined) this.darkness.sleepIn = undefined; // once, for the next morning is another day
    if (live.plan.clock === 'practice' && this.darkness.fromStart) this.darkness.enter();
  }

  /** Also fetches what a session is run by. */
  async #makeReady(wanted: Wanted): Promise<void> {
    const fetched = [liveSession(), this.#outside.openMedia()].map((each) => each.catch(() => undefined));
    await Promise.all([this.#engine.makeReady(wanted), ...fetched]);
  }

  async #openOffline(): Promise<void> {
    const offline = await this.offline;
    $effect.root(() => offline.attend(this.#rests));
    await offline.open();
  }

  /** No session is being begun, runs, is looked back upon or still fades. */
  readonly #rests = () => this.#screen === 'start' && this.#fading.live === undefined;

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
